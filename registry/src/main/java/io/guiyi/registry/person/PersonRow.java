package io.guiyi.registry.person;

import io.guiyi.registry.store.HashColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The head of a person; updated in place. */
@Entity
@Table(name = "person")
class PersonRow {
  @Id long id;
  String publicId;
  int version;
  String standing;
  @Nullable Long mergedInto;
  byte @Nullable [] numberHash;
  Instant recordedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  PersonRow() {}

  PersonRow(PersonHead head) {
    id = head.person().number();
    publicId = head.id().text();
    version = head.version();
    standing = head.standing().name();
    mergedInto = head.mergedInto() == null ? null : head.mergedInto().number();
    numberHash = HashColumn.bytesOrNull(head.number());
    recordedAt = head.recordedAt();
  }
}
