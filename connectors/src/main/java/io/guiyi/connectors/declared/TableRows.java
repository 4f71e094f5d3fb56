package io.guiyi.connectors.declared;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.PageProfiler;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.declared.TableWalk.Found;
import io.guiyi.connectors.table.DeliveryTag;
import io.guiyi.connectors.table.TablePayload;
import io.guiyi.records.Delivered;
import io.guiyi.records.Delivery;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What both walks over a table have in common: rows become pages, each with its profile. */
final class TableRows {
  /** Rows that cannot be ordered are put aside; more than this are a fault of the table. */
  private static final int MOST_UNORDERED = 1_000;

  private final SourceId source;
  private final TableWalk table;
  private final Guard guard;
  private final DeclaredRows rows;
  private Set<String> names = Set.of();
  private long read;

  TableRows(SourceId source, TableWalk table, Guard guard, DeclaredRows rows) {
    this.source = source;
    this.table = table;
    this.guard = guard;
    this.rows = rows;
  }

  long count() throws SourceUnavailable {
    return guard.call(table::count);
  }

  /** The rows that cannot be ordered because their key, or what orders them, is empty. */
  List<Found> unordered() throws SourceUnavailable {
    List<Found> unordered = guard.call(() -> table.unordered(MOST_UNORDERED + 1));
    if (unordered.size() > MOST_UNORDERED) {
      throw SourceUnavailable.of(
          Kind.PROTOCOL,
          "%s holds more than %d rows without key or order; ask the department"
              .formatted(source, MOST_UNORDERED));
    }
    return unordered;
  }

  /**
   * The next rows.
   *
   * @param last where the row before them stands; null at the beginning
   * @param least from where to begin; null for the very beginning
   */
  List<Found> next(@Nullable List<String> last, @Nullable String least) throws SourceUnavailable {
    return guard.call(() -> last == null ? table.from(least) : table.after(last));
  }

  SourcePage page(
      List<Found> found, @Nullable DeliveryTag tag, Watermark after, Delivery.@Nullable Part part)
      throws SourceUnavailable {
    if (names.isEmpty()) {
      names = guard.call(table::names);
    }
    PageProfiler.Tally tally = rows.profiler().tally();
    List<Delivered> delivered = new ArrayList<>(found.size());
    for (Found row : found) {
      tally.row(names, row.texts());
      Position position = new Position("row %d of the pull".formatted(++read));
      delivered.add(rows.read(position, payload(row, tag)));
    }
    return new SourcePage(source, delivered, after, part, tally.profile());
  }

  private static RawBytes payload(Found row, @Nullable DeliveryTag tag) {
    return tag == null ? RowPayload.of(row.texts()) : TablePayload.of(row.texts(), tag);
  }
}
