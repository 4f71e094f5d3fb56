package io.guiyi.routes.health;

import io.guiyi.records.Conservation;
import io.guiyi.records.SourceId;
import io.guiyi.registry.resolve.DecisionCounts;
import io.guiyi.registry.resolve.PageOutcome;
import io.guiyi.routes.pull.PullObserver;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * Counts what pulls achieve since the hub was started: rows by kind, pulls by end, decisions by
 * outcome, persons changed, and how long pages take. Every counter exists from the start, at zero.
 */
public final class PullMetrics implements PullObserver {
  static final String ROWS = "guiyi.rows";
  static final String PULLS = "guiyi.pulls";
  static final String DECISIONS = "guiyi.decisions";
  static final String PAGES = "guiyi.page.apply";
  static final String PERSONS_CHANGED = "guiyi.persons.changed";

  private final MeterRegistry meters;

  /** Counts in {@code meters} for {@code sources}. */
  public PullMetrics(MeterRegistry meters, List<SourceId> sources) {
    this.meters = meters;
    for (SourceId source : sources) {
      count(source, Conservation.NONE);
      ended(source, "complete", 0);
      ended(source, "broken-off", 0);
      meters.timer(PAGES, "source", source.name());
    }
    count(DecisionCounts.NONE);
    meters.counter(PERSONS_CHANGED);
  }

  @Override
  public void applied(SourceId source, PageOutcome outcome) {
    count(source, outcome.counts());
    count(outcome.decisions());
    meters.counter(PERSONS_CHANGED).increment((double) outcome.personsChanged());
    meters.timer(PAGES, "source", source.name()).record(outcome.took());
  }

  @Override
  public void finished(SourceId source, boolean complete) {
    ended(source, complete ? "complete" : "broken-off", 1);
  }

  private void count(SourceId source, Conservation rows) {
    row(source, "new", rows.fresh());
    row(source, "changed", rows.changed());
    row(source, "unchanged", rows.unchanged());
    row(source, "withdrawn", rows.withdrawn());
    row(source, "stale", rows.stale());
    row(source, "quarantined", rows.quarantined());
  }

  private void count(DecisionCounts decisions) {
    decision("link", decisions.linked());
    decision("new-person", decisions.newPersons());
    decision("review", decisions.reviews());
  }

  private void row(SourceId source, String kind, long rows) {
    meters.counter(ROWS, "source", source.name(), "kind", kind).increment((double) rows);
  }

  private void decision(String outcome, long decisions) {
    meters.counter(DECISIONS, "outcome", outcome).increment((double) decisions);
  }

  private void ended(SourceId source, String end, long pulls) {
    meters.counter(PULLS, "source", source.name(), "end", end).increment((double) pulls);
  }
}
