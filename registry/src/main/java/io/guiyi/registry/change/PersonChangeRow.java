package io.guiyi.registry.change;

import io.guiyi.matching.PersonRef;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One ordered change of a person; only ever appended. */
@Entity
@Table(name = "person_change")
class PersonChangeRow {
  @Id long id;
  long personId;
  int personVersion;
  String kind;
  String cause;
  @Nullable Long pageId;
  String modelHash;
  Instant recordedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  PersonChangeRow() {}

  PersonChangeRow(PersonChange of) {
    id = of.id();
    personId = of.person().number();
    personVersion = of.personVersion();
    kind = of.kind().name();
    cause = of.cause().name();
    pageId = of.page();
    modelHash = of.modelHash();
    recordedAt = of.recordedAt();
  }

  PersonChange read() {
    return new PersonChange(
        id,
        new PersonRef(personId),
        personVersion,
        PersonChange.Kind.valueOf(kind),
        PersonChange.Cause.valueOf(cause),
        pageId,
        modelHash,
        recordedAt);
  }
}
