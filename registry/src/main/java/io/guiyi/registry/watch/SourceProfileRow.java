package io.guiyi.registry.watch;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code source_profile}: what rows looked like over a stretch of pulls. */
@Entity
@Table(name = "source_profile")
class SourceProfileRow {
  @Id long id;
  String source;
  String kind;
  String standing;
  long firstPull;
  long lastPull;
  String profile;
  Instant recordedAt;

  /** What a stretch is to the ones after it. */
  enum Standing {
    /** It has too few rows yet. */
    GROWING,
    /** Later ones are compared with it. */
    USUAL,
    /** They are not. */
    UNUSUAL
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  SourceProfileRow() {}
}
