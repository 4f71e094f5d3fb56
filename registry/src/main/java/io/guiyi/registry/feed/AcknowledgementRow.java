package io.guiyi.registry.feed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code acknowledgement}. */
@Entity
@Table(name = "acknowledgement")
@IdClass(AcknowledgementRow.Key.class)
class AcknowledgementRow {
  /** Through which entry of which feed. */
  record Key(String subscriber, long through) {}

  @Id String subscriber;
  @Id long through;
  Instant recordedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  AcknowledgementRow() {}

  AcknowledgementRow(String subscriber, long through, Instant recordedAt) {
    this.subscriber = subscriber;
    this.through = through;
    this.recordedAt = recordedAt;
  }
}
