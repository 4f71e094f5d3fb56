package io.guiyi.registry.decision;

import io.guiyi.matching.PairFact;
import io.guiyi.matching.RecordRef;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fact about two records; withdrawn in place, never deleted. */
@Entity
@Table(name = "link_fact")
class LinkFactRow {
  @Id long id;
  long lowerRecord;
  long higherRecord;
  String kind;
  long decisionId;
  Instant recordedAt;
  @Nullable Long withdrawnBy;
  @Nullable Instant withdrawnAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  LinkFactRow() {}

  LinkFactRow(LinkFact of) {
    id = of.id();
    lowerRecord = of.fact().a().number();
    higherRecord = of.fact().b().number();
    kind = of.fact().kind().name();
    decisionId = of.decision();
    recordedAt = of.recordedAt();
  }

  LinkFact read() {
    PairFact fact =
        new PairFact(
            new RecordRef(lowerRecord), new RecordRef(higherRecord), PairFact.Kind.valueOf(kind));
    return new LinkFact(id, fact, decisionId, recordedAt, withdrawnBy);
  }
}
