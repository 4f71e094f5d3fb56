package io.guiyi.registry.steward;

import io.guiyi.records.person.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision of a steward as it is kept.
 *
 * @param number its number
 * @param kind what was decided
 * @param caseId the case that it answers; null for a split or merge outside of cases
 * @param author who decided
 * @param reason why
 * @param persons the persons it touched, by the ids they had then or were given by it
 * @param records the numbers of the records whose person changed
 * @param recordedAt when
 * @param undoes for an undo: the decision taken back; null otherwise
 * @param undoneBy the decision that took this one back; null while it stands
 */
public record CaseDecision(
    long number,
    Verdict.Kind kind,
    @Nullable String caseId,
    String author,
    String reason,
    List<PersonId> persons,
    List<Long> records,
    Instant recordedAt,
    @Nullable Long undoes,
    @Nullable Long undoneBy) {
  /** Copies the lists. */
  public CaseDecision {
    persons = List.copyOf(persons);
    records = List.copyOf(records);
  }
}
