package io.guiyi.registry.feed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code sharing_policy}. */
@Entity
@Table(name = "sharing_policy")
class SharingPolicyRow {
  @Id String hash;
  String subscriber;
  String content;
  Instant recordedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  SharingPolicyRow() {}

  SharingPolicyRow(SharingPolicy policy, Instant recordedAt) {
    this.hash = policy.hash();
    this.subscriber = policy.subscriber();
    this.content = policy.content();
    this.recordedAt = recordedAt;
  }
}
