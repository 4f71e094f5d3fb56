package io.guiyi.registry.record;

import io.guiyi.registry.store.HashColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The head of a source record; updated in place. */
@Entity
@Table(name = "source_record")
class SourceRecordRow {
  @Id long id;
  String source;
  byte[] keyHash;
  int currentVersion;
  int versions;
  String presence;
  String standing;
  @Nullable Long personId;
  byte @Nullable [] numberHash;
  byte @Nullable [] nameBirthHash;
  byte @Nullable [] soundHash;
  byte @Nullable [] contactHash;
  Instant recordedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  SourceRecordRow() {}

  SourceRecordRow(RecordHead head) {
    id = head.record().number();
    source = head.source().name();
    keyHash = HashColumn.bytes(head.key());
    currentVersion = head.currentVersion();
    versions = head.versions();
    presence = head.presence().name();
    standing = head.standing().name();
    personId = head.person() == null ? null : head.person().number();
    numberHash = HashColumn.bytesOrNull(head.number());
    nameBirthHash = HashColumn.bytesOrNull(head.nameAndBirth());
    soundHash = HashColumn.bytesOrNull(head.finding().sound());
    contactHash = HashColumn.bytesOrNull(head.finding().contact());
    recordedAt = head.recordedAt();
  }
}
