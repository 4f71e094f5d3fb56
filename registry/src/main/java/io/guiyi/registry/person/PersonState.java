package io.guiyi.registry.person;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.Relation;
import io.guiyi.records.person.SurvivingValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person has come to after its records were looked at anew.
 *
 * @param person the register's number
 * @param standing ACTIVE if a record in force is linked to it, CLOSED if none is, MERGED if it
 *     became another
 * @param mergedInto whom it became; null unless it is merged
 * @param values what survives; empty unless it is active
 * @param relations to whom the person is tied, in a fixed order
 */
public record PersonState(
    PersonRef person,
    Person.Standing standing,
    @Nullable PersonRef mergedInto,
    Map<PersonField, SurvivingValue> values,
    List<Relation> relations) {
  /** Copies map and list; checks that a merged person redirects, and no other. */
  public PersonState {
    if ((standing == Person.Standing.MERGED) != (mergedInto != null)) {
      throw new IllegalArgumentException(
          "person %d is %s, which does not go with its redirect"
              .formatted(person.number(), standing));
    }
    values = Map.copyOf(values);
    relations = List.copyOf(relations);
  }

  /** A person of whom something is known, or nothing any more. */
  public PersonState(
      PersonRef person,
      Person.Standing standing,
      Map<PersonField, SurvivingValue> values,
      List<Relation> relations) {
    this(person, standing, null, values, relations);
  }

  /** A person that became another. */
  public static PersonState merged(PersonRef person, PersonRef into) {
    return new PersonState(person, Person.Standing.MERGED, into, Map.of(), List.of());
  }

  /** The same state with these relations; a merged person has none. */
  public PersonState with(List<Relation> others) {
    return standing == Person.Standing.MERGED
        ? this
        : new PersonState(person, standing, mergedInto, values, others);
  }

  @Override
  public String toString() {
    return "PersonState[%d %s %s]".formatted(person.number(), standing, values.keySet());
  }
}
