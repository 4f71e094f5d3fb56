package io.guiyi.registry.person;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of a person, sealed; only ever appended. */
@Entity
@Table(name = "person_version")
@IdClass(PersonVersionRow.Key.class)
class PersonVersionRow {
  /** Which version of which person. */
  record Key(long personId, int version) {}

  @Id long personId;
  @Id int version;
  String standing;
  @Nullable Long mergedInto;
  byte[] identitySealed;
  byte[] contactSealed;
  byte[] contentHash;
  Instant recordedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  PersonVersionRow() {}
}
