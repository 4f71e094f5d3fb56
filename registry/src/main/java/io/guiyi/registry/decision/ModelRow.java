package io.guiyi.registry.decision;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A match model, kept for ever under its hash. */
@Entity
@Table(name = "model")
class ModelRow {
  @Id String hash;
  String content;
  Instant recordedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  ModelRow() {}
}
