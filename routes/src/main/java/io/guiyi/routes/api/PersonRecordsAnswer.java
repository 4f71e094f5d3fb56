package io.guiyi.routes.api;

import io.guiyi.registry.steward.PersonsView;
import java.util.List;

/**
 * Persons with their records, masked, for a steward who thinks of a split or a merge.
 *
 * @param persons in the order asked for; one that was merged stands as the one that it became
 * @param seen hand it in with the decision: it stands for everything that is shown here
 */
record PersonRecordsAnswer(List<OnePerson> persons, String seen) {

  /**
   * One person.
   *
   * @param id its id
   * @param version the version in force
   * @param standing ACTIVE or CLOSED
   * @param records its records, by number
   * @param decisions what stewards decided about it, oldest first
   */
  record OnePerson(
      String id,
      int version,
      String standing,
      List<RecordAnswer> records,
      List<CaseDecisionAnswer> decisions) {
    static OnePerson of(PersonsView.OnePerson person) {
      return new OnePerson(
          person.id().text(),
          person.version(),
          person.standing().name(),
          person.records().stream().map(RecordAnswer::of).toList(),
          CaseDecisionAnswer.all(person.decisions()));
    }
  }

  static PersonRecordsAnswer of(PersonsView view) {
    return new PersonRecordsAnswer(
        view.persons().stream().map(OnePerson::of).toList(), view.seen());
  }
}
