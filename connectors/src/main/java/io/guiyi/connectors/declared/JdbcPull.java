package io.guiyi.connectors.declared;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.declared.TableWalk.Found;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One walk over a table of changes, in the order of the column that grows with every change. The
 * watermark is that column's value in the last row read; rows of the same value are read again by
 * the next pull, because nobody knows whether there will be more of them.
 */
final class JdbcPull implements Pull {
  /** A department that writes faster than we read is left for the next pull to go on with. */
  private static final int MOST_PAGES = 100_000;

  /** Rows that cannot be ordered are put aside; more than this are a fault of the table. */
  static final int MOST_UNORDERED = 1_000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final SourceId source;
  private final TableWalk table;
  private final Guard guard;
  private final DeclaredRows rows;
  private final JdbcRows settings;

  private Watermark reached;
  private @Nullable List<String> last;
  private boolean unorderedRead;
  private boolean finished;
  private int pages;
  private long read;

  JdbcPull(
      SourceId source,
      TableWalk table,
      Guard guard,
      DeclaredRows rows,
      JdbcRows settings,
      Watermark from) {
    this.source = source;
    this.table = table;
    this.guard = guard;
    this.rows = rows;
    this.settings = settings;
    this.reached = from;
  }

  @Override
  public Optional<SourcePage> nextPage() throws SourceUnavailable {
    if (!unorderedRead) {
      unorderedRead = true;
      List<Found> unordered = guard.call(() -> unordered(table, source));
      if (!unordered.isEmpty()) {
        return Optional.of(page(unordered));
      }
    }
    if (finished) {
      return Optional.empty();
    }
    List<String> place = last;
    String least = place == null && !reached.isStart() ? least() : null;
    List<Found> found = guard.call(() -> place == null ? table.from(least) : table.after(place));
    finished = found.size() < settings.pageSize() || ++pages >= MOST_PAGES;
    if (found.isEmpty()) {
      return Optional.empty();
    }
    last = found.getLast().place();
    reached = new Watermark(last.getFirst());
    return Optional.of(page(found));
  }

  /** The rows that cannot be ordered. */
  static List<Found> unordered(TableWalk table, SourceId source) throws SourceUnavailable {
    List<Found> unordered = table.unordered(MOST_UNORDERED + 1);
    if (unordered.size() > MOST_UNORDERED) {
      throw SourceUnavailable.of(
          Kind.PROTOCOL,
          "%s holds more than %d rows without key or order; ask the department"
              .formatted(source, MOST_UNORDERED));
    }
    return unordered;
  }

  private SourcePage page(List<Found> found) {
    List<Delivered> delivered = new ArrayList<>(found.size());
    for (Found row : found) {
      Position position = new Position("row %d of the pull".formatted(++read));
      delivered.add(rows.read(position, RowPayload.of(Map.of(), row.texts())));
    }
    return new SourcePage(source, delivered, reached);
  }

  /** From where the walk begins: the watermark, or before it where changes may be told late. */
  private String least() throws SourceUnavailable {
    Duration overlap = settings.overlap();
    if (overlap.isZero()) {
      return reached.text();
    }
    Optional<LocalDateTime> time = DateForm.TIME.time(reached.text());
    if (time.isEmpty()) {
      throw SourceUnavailable.of(
          Kind.PROTOCOL,
          "%s: an overlap is declared, but column %s holds no times; remove the overlap"
              .formatted(source, settings.orderBy()));
    }
    return TIME.format(time.get().minus(overlap));
  }
}
