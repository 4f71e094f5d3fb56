package io.guiyi.registry.intake;

import io.guiyi.records.Conservation;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code pull_page}. */
@Entity
@Table(name = "pull_page")
class PullPageRow {
  @Id long id;
  long pullId;
  String source;
  String watermark;
  long rowsRead;
  long fresh;
  long changed;
  long unchanged;
  long withdrawn;
  long stale;
  long quarantined;
  long term;
  Instant recordedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  PullPageRow() {}

  PullPageRow(PullPage page) {
    Conservation counts = page.counts();
    id = page.id();
    pullId = page.pull();
    source = page.source().name();
    watermark = page.after().text();
    rowsRead = counts.read();
    fresh = counts.fresh();
    changed = counts.changed();
    unchanged = counts.unchanged();
    withdrawn = counts.withdrawn();
    stale = counts.stale();
    quarantined = counts.quarantined();
    term = page.term();
    recordedAt = page.recordedAt();
  }
}
