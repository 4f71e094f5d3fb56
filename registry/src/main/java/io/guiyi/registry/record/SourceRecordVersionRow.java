package io.guiyi.registry.record;

import io.guiyi.registry.store.HashColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of a source record; only ever appended. */
@Entity
@Table(name = "source_record_version")
@IdClass(SourceRecordVersionRow.Key.class)
class SourceRecordVersionRow {
  /** Which version of which record. */
  record Key(long recordId, int version) {}

  @Id long recordId;
  @Id int version;
  long pageId;
  Instant changedAt;
  long sequence;
  String presence;
  boolean stale;
  byte[] contentHash;
  String position;
  byte[] canonicalSealed;
  byte @Nullable [] payloadSealed; // null once it is superseded and its time is over
  Instant recordedAt;
  @Nullable Long absentFrom;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  SourceRecordVersionRow() {}

  SourceRecordVersionRow(NewVersion of, byte[] canonicalSealed, byte[] payloadSealed) {
    this.recordId = of.record().number();
    this.version = of.version();
    this.pageId = of.page();
    this.changedAt = of.changed().changedAt();
    this.sequence = of.changed().sequence();
    this.presence = of.content().presence().name();
    this.stale = of.stale();
    this.contentHash = HashColumn.bytes(of.digest());
    this.position = of.position().text();
    this.canonicalSealed = canonicalSealed;
    this.payloadSealed = payloadSealed;
    this.recordedAt = of.recordedAt();
    this.absentFrom = of.absentFrom();
  }
}
