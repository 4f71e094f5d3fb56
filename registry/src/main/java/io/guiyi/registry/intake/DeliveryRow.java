package io.guiyi.registry.intake;

import io.guiyi.records.Delivery;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceVersion;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code delivery}. */
@Entity
@Table(name = "delivery")
class DeliveryRow {
  @Id long id;
  String source;
  String name;
  Instant changedAt;
  long sequence;
  long rowsAnnounced;
  long presentBefore;
  BigDecimal shrinkAtMost;
  String standing;
  boolean absencesKept;
  Instant recordedAt;
  @Nullable Instant ruledAt;
  @Nullable String ruledBy;
  @Nullable String ruledWhy;
  @Nullable Instant doneAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  DeliveryRow() {}

  DeliveryRow(
      long id,
      SourceId source,
      Delivery delivery,
      Instant changedAt,
      long presentBefore,
      DeliveryStanding standing,
      Instant recordedAt) {
    this.id = id;
    this.source = source.name();
    this.name = delivery.name();
    this.changedAt = changedAt;
    this.sequence = delivery.version().sequence();
    this.rowsAnnounced = delivery.rows();
    this.presentBefore = presentBefore;
    this.shrinkAtMost = BigDecimal.valueOf(delivery.shrinkAtMost());
    this.standing = standing.name();
    this.recordedAt = recordedAt;
  }

  DeliveryStanding standing() {
    return DeliveryStanding.valueOf(standing);
  }

  KnownDelivery known() {
    return new KnownDelivery(
        id,
        new SourceId(source),
        name,
        new SourceVersion(changedAt, sequence),
        rowsAnnounced,
        presentBefore,
        shrinkAtMost.doubleValue(),
        standing(),
        absencesKept,
        recordedAt,
        word(),
        doneAt);
  }

  private KnownDelivery.@Nullable Word word() {
    return ruledBy == null || ruledWhy == null || ruledAt == null
        ? null
        : new KnownDelivery.Word(ruledBy, ruledWhy, ruledAt);
  }
}
