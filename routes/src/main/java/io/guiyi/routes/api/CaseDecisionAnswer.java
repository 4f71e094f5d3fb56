package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.steward.CaseDecision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a steward decided.
 *
 * @param decision its number, by which it can be undone
 * @param verdict SAME, DIFFERENT, SPLIT, MERGE or UNDO
 * @param caseId the case that it answers, under {@code case}; left out outside of cases
 * @param by who decided
 * @param reason why
 * @param persons the persons it touched
 * @param records the records whose person changed
 * @param at when
 * @param undoes the decision that this one took back
 * @param undoneBy the decision that took this one back; left out while it stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseDecisionAnswer(
    long decision,
    String verdict,
    @JsonProperty("case") @Nullable String caseId,
    String by,
    String reason,
    List<String> persons,
    List<Long> records,
    Instant at,
    @Nullable Long undoes,
    @Nullable Long undoneBy) {

  /**
   * Decisions.
   *
   * @param decisions the newest first
   */
  record Listed(List<CaseDecisionAnswer> decisions) {}

  static CaseDecisionAnswer of(CaseDecision decision) {
    return new CaseDecisionAnswer(
        decision.number(),
        decision.kind().name(),
        decision.caseId(),
        decision.author(),
        decision.reason(),
        decision.persons().stream().map(PersonId::text).toList(),
        decision.records(),
        decision.recordedAt(),
        decision.undoes(),
        decision.undoneBy());
  }

  static List<CaseDecisionAnswer> all(List<CaseDecision> decisions) {
    return decisions.stream().map(CaseDecisionAnswer::of).toList();
  }
}
