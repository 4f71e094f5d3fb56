package io.guiyi.registry.review;

import io.guiyi.matching.RecordRef;
import io.guiyi.matching.ReviewTrigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question for a steward.
 *
 * @param id the register's number
 * @param publicId its name on screens, such as {@code C-000451}
 * @param record about which record
 * @param decision the decision that raised it, with the evidence
 * @param trigger why the machine hesitated
 * @param recordedAt when it was opened
 * @param closedAt when it was closed; null while open
 * @param closing why it was closed; null while open
 */
public record ReviewCase(
    long id,
    String publicId,
    RecordRef record,
    long decision,
    ReviewTrigger trigger,
    Instant recordedAt,
    @Nullable Instant closedAt,
    @Nullable Closing closing) {

  /** Why a case was closed. */
  public enum Closing {
    /** The record changed, and the machine no longer hesitates. */
    DECIDED_AGAIN,
    /** A steward answered it. */
    ANSWERED,
    /** The record changed, and a newer case asks the question as it stands now. */
    SUPERSEDED
  }

  /** A case to be opened. */
  public static ReviewCase open(
      long id, RecordRef record, long decision, ReviewTrigger trigger, Instant recordedAt) {
    String publicId = "C-%06d".formatted(id);
    return new ReviewCase(id, publicId, record, decision, trigger, recordedAt, null, null);
  }
}
