package io.guiyi.connectors;

import io.guiyi.records.Delivered;
import io.guiyi.records.Delivery;
import io.guiyi.records.IntakePage;
import io.guiyi.records.PageProfile;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a pull.
 *
 * @param source whose
 * @param rows in the order of delivery, at most {@link IntakePage#MAX_ROWS}
 * @param after the watermark to store in the transaction that stores the rows
 * @param part which part of a delivery it is; null if the source does not deliver in files or lists
 * @param profile what the rows look like; {@link PageProfile#NONE} if the source does not say
 */
public record SourcePage(
    SourceId source,
    List<Delivered> rows,
    Watermark after,
    Delivery.@Nullable Part part,
    PageProfile profile) {
  /** Copies the list and checks its bound. */
  public SourcePage {
    if (rows.size() > IntakePage.MAX_ROWS) {
      throw new IllegalArgumentException(
          "a page may hold at most %d rows, this one holds %d"
              .formatted(IntakePage.MAX_ROWS, rows.size()));
    }
    rows = List.copyOf(rows);
  }

  /** A page of a source that does not deliver in files or lists. */
  public SourcePage(SourceId source, List<Delivered> rows, Watermark after) {
    this(source, rows, after, null, PageProfile.NONE);
  }

  /** The same page with this profile. */
  public SourcePage withProfile(PageProfile given) {
    return new SourcePage(source, rows, after, part, given);
  }
}
