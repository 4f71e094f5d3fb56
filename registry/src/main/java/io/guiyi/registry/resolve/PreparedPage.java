package io.guiyi.registry.resolve;

import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import java.util.List;

/**
 * A page with everything worked out that needs no database; made by {@link Resolver#prepare},
 * applied by {@link Resolver#apply}.
 */
public final class PreparedPage {
  private final SourceId source;
  private final List<PreparedRow> rows;
  private final Watermark after;
  private final Errand errand;

  PreparedPage(SourceId source, List<PreparedRow> rows, Watermark after, Errand errand) {
    this.source = source;
    this.rows = List.copyOf(rows);
    this.after = after;
    this.errand = errand;
    if (errand instanceof Errand.End && !rows.isEmpty()) {
      throw new IllegalArgumentException(
          "the last page of a complete delivery of %s has %d rows; it must have none"
              .formatted(source, rows.size()));
    }
  }

  /** Whose page. */
  public SourceId source() {
    return source;
  }

  /** How many rows. */
  public int size() {
    return rows.size();
  }

  /** The watermark to store together with the rows. */
  public Watermark after() {
    return after;
  }

  List<PreparedRow> rows() {
    return rows;
  }

  Errand errand() {
    return errand;
  }

  /** The first half of the rows, which leaves the watermark where it stands. */
  PreparedPage firstHalf(Watermark standing) {
    return new PreparedPage(source, rows.subList(0, rows.size() / 2), standing, errand);
  }

  /** The other half, with which the watermark moves. */
  PreparedPage secondHalf() {
    return with(rows.subList(rows.size() / 2, rows.size()));
  }

  /** The same page with other rows. */
  PreparedPage with(List<PreparedRow> others) {
    return new PreparedPage(source, others, after, errand);
  }

  /** The same page on another errand. */
  PreparedPage on(Errand other) {
    return new PreparedPage(source, rows, after, other);
  }

  @Override
  public String toString() {
    return "PreparedPage[" + source + ", " + rows.size() + " rows]";
  }
}
