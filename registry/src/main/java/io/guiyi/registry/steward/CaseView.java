package io.guiyi.registry.steward;

import io.guiyi.matching.ReviewTrigger;
import io.guiyi.registry.review.ReviewCase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as a steward sees it.
 *
 * @param id its name
 * @param trigger why the machine hesitated
 * @param openedAt when it was opened
 * @param closedAt when it was closed; null while open
 * @param closing why it was closed; null while open
 * @param record the record in question as it stands now
 * @param candidates the records it was compared with, best first, as they stand now
 * @param candidatesSeen how many were compared in all
 * @param raisedBy the number of the machine's decision that raised it
 * @param modelHash the model that decided
 * @param decisions what stewards decided about it, oldest first
 * @param seen token of all this, for {@link VerdictCommand}
 */
public record CaseView(
    String id,
    ReviewTrigger trigger,
    Instant openedAt,
    @Nullable Instant closedAt,
    ReviewCase.@Nullable Closing closing,
    RecordView record,
    List<CandidateView> candidates,
    int candidatesSeen,
    long raisedBy,
    String modelHash,
    List<CaseDecision> decisions,
    String seen) {
  /** Copies the lists. */
  public CaseView {
    candidates = List.copyOf(candidates);
    decisions = List.copyOf(decisions);
  }

  /** Whether it still waits. */
  public boolean isOpen() {
    return closedAt == null;
  }
}
