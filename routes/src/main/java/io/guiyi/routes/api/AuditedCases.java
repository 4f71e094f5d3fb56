package io.guiyi.routes.api;

import io.guiyi.records.person.PersonId;
import io.guiyi.registry.steward.CaseView;
import io.guiyi.registry.steward.PersonsView;
import io.guiyi.registry.steward.RecordView;
import io.guiyi.registry.steward.Stewardship;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opens cases and the records of persons for a steward. Each look leaves one entry that names the
 * records shown, and nothing is handed out that could not be noted.
 */
final class AuditedCases {
  private static final String CASE = "case.read";
  private static final String PERSONS = "person.records";

  private final Stewardship stewardship;
  private final AuditTrail trail;

  AuditedCases(Stewardship stewardship, AuditTrail trail) {
    this.stewardship = stewardship;
    this.trail = trail;
  }

  /** The case of that name. */
  Optional<CaseView> show(String caseId, Caller caller) {
    Optional<CaseView> found = stewardship.show(caseId);
    note(caller, CASE, caseId, found.map(AuditedCases::records).orElse(null));
    return found;
  }

  /** The persons with their records; empty if one of them is not known. */
  Optional<PersonsView> persons(List<PersonId> ids, Caller caller) {
    Optional<PersonsView> found = stewardship.persons(ids);
    String object = ids.stream().map(PersonId::text).collect(Collectors.joining(","));
    note(
        caller,
        PERSONS,
        object,
        found
            .map(view -> view.persons().stream().flatMap(person -> person.records().stream()))
            .map(AuditedCases::numbers)
            .orElse(null));
    return found;
  }

  private static String records(CaseView view) {
    return numbers(
        Stream.concat(
            Stream.of(view.record()), view.candidates().stream().map(each -> each.record())));
  }

  private static String numbers(Stream<RecordView> records) {
    return records.map(record -> Long.toString(record.number())).collect(Collectors.joining(","));
  }

  private void note(Caller caller, String action, String object, @Nullable String records) {
    trail.append(
        caller.account(),
        action,
        object,
        "records=%s case=%s"
            .formatted(
                records == null ? "none" : records,
                caller.caseNumber().map(CaseNumber::text).orElse("none")));
  }
}
