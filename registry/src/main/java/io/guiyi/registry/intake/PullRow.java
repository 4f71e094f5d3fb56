package io.guiyi.registry.intake;

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

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  PullRow() {}

  PullRow(long id, String source, Instant startedAt) {
    this.id = id;
    this.source = source;
    this.startedAt = startedAt;
  }
}
