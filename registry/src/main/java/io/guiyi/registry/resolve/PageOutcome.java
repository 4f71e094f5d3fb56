package io.guiyi.registry.resolve;

import io.guiyi.records.Conservation;
import io.guiyi.records.RowOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a page that was applied.
 *
 * @param counts the conservation law's counts of its rows
 * @param rows what became of each row, in the order in which they were delivered
 * @param decisions what the engine decided
 * @param personsChanged how many persons have a new version
 * @param lastChange the number of the last PersonChange in the register
 * @param took from begin to the index written
 */
public record PageOutcome(
    Conservation counts,
    List<RowOutcome> rows,
    DecisionCounts decisions,
    long personsChanged,
    long lastChange,
    Duration took) {
  /** Copies the list. */
  public PageOutcome {
    rows = List.copyOf(rows);
  }

  /** This page and the part that was applied after it. */
  PageOutcome then(PageOutcome next) {
    List<RowOutcome> both = new ArrayList<>(rows);
    both.addAll(next.rows);
    return new PageOutcome(
        counts.plus(next.counts),
        both,
        decisions.plus(next.decisions),
        personsChanged + next.personsChanged,
        next.lastChange,
        took.plus(next.took));
  }

  /** The counts alone. */
  @Override
  public String toString() {
    return "PageOutcome[%s, %s, %d persons changed, %d ms]"
        .formatted(counts, decisions, personsChanged, took.toMillis());
  }
}
