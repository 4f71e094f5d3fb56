package io.guiyi.connectors;

import io.guiyi.records.Delivered;
import io.guiyi.records.IntakePage;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import java.util.List;

/**
 * One page of a pull.
 *
 * @param source whose
 * @param rows in the order of delivery, at most {@link IntakePage#MAX_ROWS}
 * @param after the watermark to store in the transaction that stores the rows
 */
public record SourcePage(SourceId source, List<Delivered> rows, Watermark after) {
  /** Copies the list and checks its bound. */
  public SourcePage {
    if (rows.size() > IntakePage.MAX_ROWS) {
      throw new IllegalArgumentException(
          "a page may hold at most %d rows, this one holds %d"
              .formatted(IntakePage.MAX_ROWS, rows.size()));
    }
    rows = List.copyOf(rows);
  }
}
