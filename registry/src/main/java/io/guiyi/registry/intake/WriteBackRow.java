package io.guiyi.registry.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code write_back}. */
@Entity
@Table(name = "write_back")
class WriteBackRow {
  @Id long pageId;
  String source;
  String outcomes;
  int attempts;
  Instant nextAttemptAt;
  @Nullable String lastFailure;
  @Nullable Instant doneAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  WriteBackRow() {}

  WriteBackRow(long pageId, String source, String outcomes, Instant nextAttemptAt) {
    this.pageId = pageId;
    this.source = source;
    this.outcomes = outcomes;
    this.nextAttemptAt = nextAttemptAt;
  }
}
