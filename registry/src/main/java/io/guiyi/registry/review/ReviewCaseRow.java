package io.guiyi.registry.review;

import io.guiyi.matching.RecordRef;
import io.guiyi.matching.ReviewTrigger;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A review case; closed in place, and opened again when the answer to it is undone. */
@Entity
@Table(name = "review_case")
class ReviewCaseRow {
  @Id long id;
  String publicId;
  long recordId;
  long decisionId;
  String trigger;
  String standing;
  Instant recordedAt;
  @Nullable Instant closedAt;
  @Nullable String closingReason;
  @Nullable Long caseDecisionId;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  ReviewCaseRow() {}

  ReviewCaseRow(ReviewCase of) {
    id = of.id();
    publicId = of.publicId();
    recordId = of.record().number();
    decisionId = of.decision();
    trigger = of.trigger().name();
    standing = of.closedAt() == null ? "OPEN" : "CLOSED";
    recordedAt = of.recordedAt();
    closedAt = of.closedAt();
    closingReason = of.closing() == null ? null : of.closing().name();
  }

  ReviewCase read() {
    return new ReviewCase(
        id,
        publicId,
        new RecordRef(recordId),
        decisionId,
        ReviewTrigger.valueOf(trigger),
        recordedAt,
        closedAt,
        closingReason == null ? null : ReviewCase.Closing.valueOf(closingReason));
  }
}
