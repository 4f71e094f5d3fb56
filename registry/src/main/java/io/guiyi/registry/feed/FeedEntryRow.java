package io.guiyi.registry.feed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code feed_entry}. */
@Entity
@Table(name = "feed_entry")
@IdClass(FeedEntryRow.Key.class)
class FeedEntryRow {
  /** Which entry of which feed. */
  record Key(String subscriber, long sequence) {}

  @Id String subscriber;
  @Id long sequence;
  long changeId;
  long personId;
  int personVersion;
  String kind;
  String policyHash;
  Instant recordedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  FeedEntryRow() {}

  FeedEntryRow(FanOutPlan.Entry entry, Instant recordedAt) {
    FanOutPlan.Change change = entry.change();
    this.subscriber = entry.subscriber();
    this.sequence = entry.sequence();
    this.changeId = change.id();
    this.personId = change.personNumber();
    this.personVersion = change.version();
    this.kind = change.kind().name();
    this.policyHash = entry.policyHash();
    this.recordedAt = recordedAt;
  }
}
