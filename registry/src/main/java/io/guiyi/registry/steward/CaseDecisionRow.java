package io.guiyi.registry.steward;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decision of a steward; only ever appended. */
@Entity
@Table(name = "case_decision")
class CaseDecisionRow {
  @Id long id;
  String kind;
  @Nullable Long caseId;
  String author;
  String reason;
  String seen;
  String touched;
  @Nullable Long undoes;
  Instant recordedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  CaseDecisionRow() {}
}
