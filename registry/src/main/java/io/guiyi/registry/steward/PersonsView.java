package io.guiyi.registry.steward;

import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonId;
import java.util.List;

/**
 * Persons with their records, as a steward sees them before a split or a merge.
 *
 * @param persons in the order asked for; a merged one as the person it became
 * @param seen token of all this, for {@link VerdictCommand}
 */
public record PersonsView(List<OnePerson> persons, String seen) {
  /** Copies the list. */
  public PersonsView {
    persons = List.copyOf(persons);
  }

  /**
   * A person.
   *
   * @param id its id
   * @param version the version in force
   * @param standing whether it lives
   * @param records its records, by number
   * @param decisions what stewards decided about it and still stands, oldest first
   */
  public record OnePerson(
      PersonId id,
      int version,
      Person.Standing standing,
      List<RecordView> records,
      List<CaseDecision> decisions) {
    /** Copies the lists. */
    public OnePerson {
      records = List.copyOf(records);
      decisions = List.copyOf(decisions);
    }
  }
}
