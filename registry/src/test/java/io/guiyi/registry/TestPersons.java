package io.guiyi.registry;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.Provenance;
import io.guiyi.records.SourceId;
import io.guiyi.records.person.Person.Standing;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.PersonId;
import io.guiyi.records.person.SurvivingValue;
import io.guiyi.registry.change.PersonChange;
import io.guiyi.registry.change.PersonChanges;
import io.guiyi.registry.person.PersonHead;
import io.guiyi.registry.person.PersonState;
import io.guiyi.registry.person.PersonStore;
import io.guiyi.registry.store.Numbers;
import io.guiyi.registry.store.Transactions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/** Writes persons and their changes as the Resolver does, without records behind them. */
public final class TestPersons {
  private static final SourceId POLICE = new SourceId("police");

  private final RegisterFixture register;

  /** Writes on {@code register}. */
  public TestPersons(RegisterFixture register) {
    this.register = register;
  }

  /** A living person is first seen, or seen with other values. */
  public PersonId lives(long number, Map<PersonField, String> values) {
    return append(number, Standing.ACTIVE, values);
  }

  /** Nothing is known any more of a person. */
  public PersonId closes(long number) {
    return append(number, Standing.CLOSED, Map.of());
  }

  /** Many persons at once, numbered from {@code first}, each with the same values. */
  public void live(long first, int count, Map<PersonField, String> values) {
    List<PersonState> states = new ArrayList<>();
    for (long number = first; number < first + count; number++) {
      states.add(state(number, Standing.ACTIVE, values));
    }
    append(states);
  }

  private PersonId append(long number, Standing standing, Map<PersonField, String> values) {
    return append(List.of(state(number, standing, values))).getFirst().id();
  }

  private List<PersonHead> append(List<PersonState> states) {
    return register
        .get(Transactions.class)
        .inTransaction(session -> {
          List<PersonHead> heads =
              register.get(PersonStore.class).append(session, states, register.clock().instant());
          register.get(PersonChanges.class).append(session, changes(session, heads));
          return heads;
        });
  }

  private List<PersonChange> changes(StatelessSession session, List<PersonHead> heads) {
    Numbers numbers = Numbers.of(session, Numbers.Sequence.PERSON_CHANGE);
    return heads.stream()
        .map(head ->
            new PersonChange(
                numbers.next(),
                head.person(),
                head.version(),
                PersonChange.Kind.UPSERTED,
                PersonChange.Cause.RECORDS,
                null,
                "test model",
                register.clock().instant()))
        .toList();
  }

  private PersonState state(long number, Standing standing, Map<PersonField, String> values) {
    Map<PersonField, SurvivingValue> surviving = new EnumMap<>(PersonField.class);
    values.forEach((field, value) ->
        surviving.put(
            field,
            new SurvivingValue(
                value, new Provenance(POLICE, number, 1, register.clock().instant()))));
    return new PersonState(new PersonRef(number), standing, surviving, List.of());
  }
}
