package io.guiyi.registry.intake;

import io.guiyi.records.Quarantined;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

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

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  QuarantinedRow() {}

  QuarantinedRow(
      long id, long page, Quarantined row, byte[] hash, byte[] payload, Instant recordedAt) {
    this.id = id;
    this.pageId = page;
    this.source = row.source().name();
    this.position = row.position().text();
    this.reason = row.reason().name();
    this.field = row.field();
    this.detail = row.detail();
    this.contentHash = hash;
    this.payloadSealed = payload;
    this.recordedAt = recordedAt;
  }
}
