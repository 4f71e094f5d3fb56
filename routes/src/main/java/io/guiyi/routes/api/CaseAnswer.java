package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guiyi.matching.weigh.Bits;
import io.guiyi.registry.steward.CandidateView;
import io.guiyi.registry.steward.CaseView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case with its evidence.
 *
 * @param id its name
 * @param trigger why the machine hesitated
 * @param chinese the trigger in Chinese
 * @param english the trigger in English
 * @param openedAt since when it waits, or waited
 * @param closedAt when it was closed; left out while it is open
 * @param closing why it was closed
 * @param record the record in question as it stands now
 * @param candidates the records that it was compared with, best first
 * @param candidatesSeen how many were compared in all
 * @param raisedBy the machine's decision that raised it, as explain --decision takes it
 * @param model the hash of the model that weighed
 * @param decisions what stewards decided about it, oldest first
 * @param seen hand it in with the decision: it stands for everything that is shown here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseAnswer(
    String id,
    String trigger,
    String chinese,
    String english,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable String closing,
    RecordAnswer record,
    List<Candidate> candidates,
    int candidatesSeen,
    long raisedBy,
    String model,
    List<CaseDecisionAnswer> decisions,
    String seen) {

  /**
   * One candidate.
   *
   * @param record it, as it stands now
   * @param comparedVersion which version of it was compared
   * @param weight what the pair weighed, in bits
   * @param cannotLink what forbade the link; left out if nothing did
   * @param comparisons what the weight is made of, in the model's order
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Candidate(
      RecordAnswer record,
      int comparedVersion,
      double weight,
      @Nullable String cannotLink,
      List<Comparison> comparisons) {
    static Candidate of(CandidateView view) {
      return new Candidate(
          RecordAnswer.of(view.record()),
          view.version(),
          bits(view.weight()),
          view.cannotLink() == null ? null : view.cannotLink().name(),
          view.levels().stream()
              .map(
                  level -> new Comparison(level.comparison(), level.level(), bits(level.counted())))
              .toList());
    }
  }

  /**
   * One comparison.
   *
   * @param comparison which
   * @param level what it came to
   * @param weight what of its weight counted, in bits
   */
  record Comparison(String comparison, String level, double weight) {}

  static CaseAnswer of(CaseView view) {
    TriggerWords words = TriggerWords.of(view.trigger());
    return new CaseAnswer(
        view.id(),
        view.trigger().name(),
        words.chinese(),
        words.english(),
        view.openedAt(),
        view.closedAt(),
        view.closing() == null ? null : view.closing().name(),
        RecordAnswer.of(view.record()),
        view.candidates().stream().map(Candidate::of).toList(),
        view.candidatesSeen(),
        view.raisedBy(),
        view.modelHash(),
        CaseDecisionAnswer.all(view.decisions()),
        view.seen());
  }

  /** A weight in bits, out of millionths. */
  static double bits(long weight) {
    return weight / (double) Bits.ONE;
  }

  @Override
  public String toString() {
    return "CaseAnswer[%s %s]".formatted(id, trigger);
  }
}
