package io.guiyi.registry.watch;

import io.guiyi.records.SourceId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code alarm}. */
@Entity
@Table(name = "alarm")
class AlarmRow {
  @Id long id;
  String source;
  String kind;
  String subject;
  String detail;
  @Nullable Long pullId;
  Instant raisedAt;
  Instant seenAt;
  @Nullable Instant clearedAt;
  @Nullable Instant acceptedAt;
  @Nullable String acceptedBy;
  @Nullable String acceptedWhy;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  AlarmRow() {}

  AlarmRow(long id, SourceId source, AlarmKind kind, Finding finding, Instant now) {
    this.id = id;
    this.source = source.name();
    this.kind = kind.name();
    this.subject = finding.subject();
    this.detail = finding.detail();
    this.pullId = finding.pull();
    this.raisedAt = now;
    this.seenAt = now;
  }

  Alarm alarm() {
    return new Alarm(
        id,
        new SourceId(source),
        AlarmKind.valueOf(kind),
        subject,
        detail,
        raisedAt,
        seenAt,
        clearedAt,
        word());
  }

  private Alarm.@Nullable Word word() {
    return acceptedBy == null || acceptedWhy == null || acceptedAt == null
        ? null
        : new Alarm.Word(acceptedBy, acceptedWhy, acceptedAt);
  }
}
