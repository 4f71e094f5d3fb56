package io.guiyi.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one page of a pull brings to the register, applied in one transaction.
 *
 * @param source whose page
 * @param rows the rows in the order they were delivered
 * @param after the watermark to store together with the rows
 * @param part which part of a delivery it is; null if the source does not deliver in files or lists
 */
public record IntakePage(
    SourceId source, List<Canonicalized> rows, Watermark after, Delivery.@Nullable Part part) {
  /** The most rows one page may hold. */
  public static final int MAX_ROWS = 2_000;

  /**
   * Copies the list and checks its bound. Written out, since the compiler forgets in a compact one
   * that a nested type may be null.
   */
  public IntakePage(
      SourceId source, List<Canonicalized> rows, Watermark after, Delivery.@Nullable Part part) {
    if (rows.size() > MAX_ROWS) {
      throw new IllegalArgumentException(
          "a page may hold at most %d rows, this one holds %d".formatted(MAX_ROWS, rows.size()));
    }
    this.source = source;
    this.rows = List.copyOf(rows);
    this.after = after;
    this.part = part;
  }

  /** A page of a source that does not deliver in files or lists. */
  public IntakePage(SourceId source, List<Canonicalized> rows, Watermark after) {
    this(source, rows, after, null);
  }
}
