package io.guiyi.registry.intake;

import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.SourceId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code quarantined}. */
@Entity
@Table(name = "quarantined")
class QuarantinedRow {
  @Id long id;
  long pageId;
  String source;
  String position;
  String reason;
  String field;
  String detail;
  byte[] contentHash;
  byte[] payloadSealed;
  Instant recordedAt;
  @Nullable Long deliveryId;
  @Nullable Instant resolvedAt;
  @Nullable Long resolvedPageId;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  QuarantinedRow() {}

  QuarantinedRow(
      long id,
      long page,
      Quarantined row,
      byte[] hash,
      byte[] payload,
      @Nullable Long delivery,
      Instant recordedAt) {
    this.id = id;
    this.pageId = page;
    this.source = row.source().name();
    this.position = row.position().text();
    this.reason = row.reason().name();
    this.field = row.field();
    this.detail = row.detail();
    this.contentHash = hash;
    this.payloadSealed = payload;
    this.deliveryId = delivery;
    this.recordedAt = recordedAt;
  }

  HeldRow held() {
    return new HeldRow(
        id,
        new SourceId(source),
        new Position(position),
        QuarantineReason.valueOf(reason),
        field,
        detail,
        recordedAt);
  }
}
