package io.guiyi.registry.decision;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step in the history of a link; only ever appended. */
@Entity
@Table(name = "link_event")
class LinkEventRow {
  @Id long id;
  long recordId;
  long personId;
  String kind;
  @Nullable Long decisionId;
  @Nullable Long caseDecisionId;
  long afterChange;
  Instant recordedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  LinkEventRow() {}

  LinkEventRow(LinkEvent of) {
    id = of.id();
    recordId = of.record().number();
    personId = of.person().number();
    kind = of.kind().name();
    decisionId = of.decision();
    caseDecisionId = of.caseDecision();
    afterChange = of.afterChange();
    recordedAt = of.recordedAt();
  }

  LinkEvent read() {
    return new LinkEvent(
        id,
        new RecordRef(recordId),
        new PersonRef(personId),
        LinkEvent.Kind.valueOf(kind),
        decisionId,
        caseDecisionId,
        afterChange,
        recordedAt);
  }
}
