package io.guiyi.routes.api;

import io.guiyi.records.Provenance;
import io.guiyi.records.SourceId;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.PersonId;
import io.guiyi.records.person.Relation;
import io.guiyi.records.person.SurvivingValue;
import io.guiyi.registry.store.RegisterUnavailable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A register of two invented persons, one of them also under the id of a third, merged into it. */
final class InventedRegister implements PersonRegister {
  static final String NUMBER = "330282199003070016";
  static final PersonId WEI = PersonId.of(4_711);
  static final PersonId MERGED = PersonId.of(4_712);
  static final PersonId NOBODY = PersonId.of(4_713);
  static final PersonId NAMESAKE = PersonId.of(4_714);
  static final PersonId CHILD = PersonId.of(4_715);
  private static final Instant AS_OF = Instant.parse("2026-03-02T02:15:21Z");

  volatile boolean down;

  private static final Person WEI_PERSON = person(WEI, NUMBER);
  private static final Person NAMESAKE_PERSON = person(NAMESAKE, "330282199003070120");

  private static Person person(PersonId id, String number) {
    return new Person(
        id,
        3,
        Person.Standing.ACTIVE,
        null,
        Map.of(
            PersonField.NAME, value("张伟", "police", 17),
            PersonField.ID_NUMBER, value(number, "police", 17),
            PersonField.BIRTH_DATE, value("1990-03-07", "police", 17),
            PersonField.EMPLOYER, value("慈溪永固阀门有限公司", "labour", 23)),
        List.of(
            new Relation(
                Relation.Role.CHILD,
                GuardianClaim.Relation.FATHER,
                CHILD,
                LocalDate.of(2025, 9, 1),
                List.of(new Provenance(new SourceId("education"), 31, 1, AS_OF))),
            new Relation(
                Relation.Role.SPOUSE,
                GuardianClaim.Relation.SPOUSE,
                null,
                null,
                List.of(new Provenance(new SourceId("police"), 17, 2, AS_OF)))));
  }

  private static SurvivingValue value(String clear, String source, long record) {
    return new SurvivingValue(clear, new Provenance(new SourceId(source), record, 2, AS_OF));
  }

  @Override
  public Optional<Person> byId(PersonId id) {
    answer();
    if (id.equals(WEI) || id.equals(MERGED)) {
      return Optional.of(WEI_PERSON);
    }
    return id.equals(NAMESAKE) ? Optional.of(NAMESAKE_PERSON) : Optional.empty();
  }

  @Override
  public List<Person> byIdNumber(IdNumber number) {
    answer();
    return number.text().equals(NUMBER) ? List.of(WEI_PERSON) : List.of();
  }

  @Override
  public List<Person> byNameAndBirthDate(PersonName name, LocalDate birthDate) {
    answer();
    return name.written().equals("张伟") && birthDate.equals(LocalDate.of(1990, 3, 7))
        ? List.of(WEI_PERSON, NAMESAKE_PERSON)
        : List.of();
  }

  private void answer() {
    if (down) {
      throw new RegisterUnavailable("the database cannot serve", new IOException());
    }
  }
}
