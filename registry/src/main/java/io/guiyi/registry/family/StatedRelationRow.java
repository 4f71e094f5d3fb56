package io.guiyi.registry.family;

import io.guiyi.matching.PersonRef;
import io.guiyi.registry.store.HashColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A relative named by a row in force; replaced when the row says otherwise. */
@Entity
@Table(name = "stated_relation")
@IdClass(StatedRelationRow.Key.class)
class StatedRelationRow {
  /** Which relative of which row. */
  record Key(long recordId, short ordinal) {}

  @Id long recordId;
  @Id short ordinal;
  String relation;
  @Nullable LocalDate since;
  byte @Nullable [] numberHash;
  byte[] soundHash;
  byte @Nullable [] contactHash;
  @Nullable Long personId;
  boolean due;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  StatedRelationRow() {}

  StatedRelationRow(StatedRelation of) {
    recordId = of.row().record();
    ordinal = (short) of.ordinal();
    relation = of.relative().relation().name();
    since = of.relative().since();
    numberHash = HashColumn.bytesOrNull(of.relative().number());
    soundHash = HashColumn.bytes(of.relative().sound());
    contactHash = HashColumn.bytesOrNull(of.relative().contact());
    PersonRef found = of.found();
    personId = found == null ? null : found.number();
  }
}
