package io.guiyi.registry.feed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code subscriber}: its policy in force and its positions. */
@Entity
@Table(name = "subscriber")
class SubscriberRow {
  @Id String name;
  @Nullable String policyHash;
  long nextSequence;
  long sentThrough;
  long takenThrough;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  SubscriberRow() {}

  SubscriberRow(String name, String policyHash) {
    this.name = name;
    this.policyHash = policyHash;
    this.nextSequence = 1;
  }

  FeedPosition position() {
    return new FeedPosition(name, policyHash != null, nextSequence - 1, sentThrough, takenThrough);
  }
}
