package io.guiyi.registry.record;

import io.guiyi.records.statement.Statement;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Codes and spans of one statement of one version; only ever appended. */
@Entity
@Table(name = "statement")
@IdClass(StatementRow.Key.class)
class StatementRow {
  /** Which statement of which version. */
  record Key(long recordId, int recordVersion, int ordinal) {}

  @Id long recordId;
  @Id int recordVersion;
  @Id int ordinal;
  String kind;
  String code;
  @Nullable LocalDate validFrom;
  @Nullable LocalDate validTo;
  Instant recordedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  StatementRow() {}

  StatementRow(NewVersion of, int ordinal, Statement statement) {
    this.recordId = of.record().number();
    this.recordVersion = of.version();
    this.ordinal = ordinal;
    this.kind = statement.kind().name();
    this.code = statement.code();
    this.validFrom = statement.period().from();
    this.validTo = statement.period().to();
    this.recordedAt = of.recordedAt();
  }
}
