package io.guiyi.registry.audit;

import io.guiyi.seal.Sm3;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code audit_entry}. */
@Entity
@Table(name = "audit_entry")
class AuditEntryRow {
  @Id long number;
  String actor;
  String action;
  String object;
  String detail;
  byte[] previous;
  byte[] hash;
  Instant recordedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  AuditEntryRow() {}

  AuditEntryRow(AuditEntry entry) {
    number = entry.number();
    actor = entry.actor();
    action = entry.action();
    object = entry.object();
    detail = entry.detail();
    previous = entry.previous().bytes();
    hash = entry.hash().bytes();
    recordedAt = entry.recordedAt();
  }

  byte[] content() {
    return AuditEntry.content(actor, action, object, detail, recordedAt);
  }

  AuditEntry entry() {
    return new AuditEntry(
        number,
        actor,
        action,
        object,
        detail,
        Sm3.ofBytes(previous),
        Sm3.ofBytes(hash),
        recordedAt);
  }
}
