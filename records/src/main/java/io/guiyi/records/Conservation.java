package io.guiyi.records;

import java.util.Collection;

/**
 * The conservation law of a pull: every row that was read is exactly one of six kinds, so that
 * {@code read = new + changed + unchanged + withdrawn + stale + quarantined}. The total is the sum
 * by construction; the drills compare it with what the department says it served.
 *
 * @param fresh rows first seen ("new")
 * @param changed rows that differ from the version held
 * @param unchanged rows that say what is held
 * @param withdrawn rows the source no longer stands by
 * @param stale rows older than the version held
 * @param quarantined rows held aside
 */
public record Conservation(
    long fresh, long changed, long unchanged, long withdrawn, long stale, long quarantined) {
  /** Nothing read. */
  public static final Conservation NONE = new Conservation(0, 0, 0, 0, 0, 0);

  /** How many rows were read. */
  public long read() {
    return fresh + changed + unchanged + withdrawn + stale + quarantined;
  }

  /** Both together. */
  public Conservation plus(Conservation more) {
    return new Conservation(
        fresh + more.fresh,
        changed + more.changed,
        unchanged + more.unchanged,
        withdrawn + more.withdrawn,
        stale + more.stale,
        quarantined + more.quarantined);
  }

  /** This and one row of {@code kind}. */
  public Conservation plus(RowOutcome.Kind kind) {
    return plus(
        switch (kind) {
          case NEW -> new Conservation(1, 0, 0, 0, 0, 0);
          case CHANGED -> new Conservation(0, 1, 0, 0, 0, 0);
          case UNCHANGED -> new Conservation(0, 0, 1, 0, 0, 0);
          case WITHDRAWN -> new Conservation(0, 0, 0, 1, 0, 0);
          case STALE -> new Conservation(0, 0, 0, 0, 1, 0);
          case QUARANTINED -> new Conservation(0, 0, 0, 0, 0, 1);
        });
  }

  /** The counts of {@code rows}. */
  public static Conservation of(Collection<RowOutcome> rows) {
    Conservation sum = NONE;
    for (RowOutcome row : rows) {
      sum = sum.plus(row.kind());
    }
    return sum;
  }
}
