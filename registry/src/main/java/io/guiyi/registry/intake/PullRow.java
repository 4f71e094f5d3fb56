package io.guiyi.registry.intake;

import io.guiyi.records.Conservation;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code pull}. */
@Entity
@Table(name = "pull")
class PullRow {
  @Id long id;
  String source;
  Instant startedAt;
  @Nullable Instant finishedAt;
  @Nullable String outcome;
  String kind;
  long rowsRead;
  long fresh;
  long changed;
  long unchanged;
  long withdrawn;
  long stale;
  long quarantined;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  PullRow() {}

  PullRow(long id, String source, PullKind kind, Instant startedAt) {
    this.id = id;
    this.source = source;
    this.kind = kind.name();
    this.startedAt = startedAt;
  }

  PullSummary summary() {
    return new PullSummary(
        id,
        PullKind.valueOf(kind),
        startedAt,
        finishedAt,
        outcome,
        new Conservation(fresh, changed, unchanged, withdrawn, stale, quarantined));
  }
}
