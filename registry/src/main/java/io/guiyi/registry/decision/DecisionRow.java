package io.guiyi.registry.decision;

import io.guiyi.matching.Decision;
import io.guiyi.matching.RecordRef;
import io.guiyi.registry.store.RegisterJson;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decision with what it was made from; only ever appended. */
@Entity
@Table(name = "decision")
class DecisionRow {
  @Id long id;
  long recordId;
  int recordVersion;
  String outcome;
  @Nullable String trigger;
  String modelHash;
  String candidates;
  int candidatesSeen;
  Instant recordedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  DecisionRow() {}

  DecisionRow(DecisionRecord of) {
    Decision decision = of.decision();
    id = of.id();
    recordId = of.record().number();
    recordVersion = of.recordVersion();
    outcome =
        switch (decision) {
          case Decision.LinkTo _ -> "LINK_TO";
          case Decision.NewPerson _ -> "NEW_PERSON";
          case Decision.Review _ -> "REVIEW";
        };
    trigger = decision instanceof Decision.Review review ? review.trigger().name() : null;
    modelHash = decision.modelHash();
    candidates = RegisterJson.text(Evidence.of(decision));
    candidatesSeen = decision.candidatesSeen();
    recordedAt = of.recordedAt();
  }

  DecisionRecord read() {
    Evidence evidence = RegisterJson.read(candidates, Evidence.class);
    return new DecisionRecord(
        id,
        new RecordRef(recordId),
        recordVersion,
        evidence.decision(outcome, trigger, modelHash, candidatesSeen),
        recordedAt);
  }
}
