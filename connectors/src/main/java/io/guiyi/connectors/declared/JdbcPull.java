package io.guiyi.connectors.declared;

import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.declared.TableWalk.Found;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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

  private static final int LONGEST_WATERMARK = 200;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final SourceId source;
  private final TableRows table;
  private final JdbcRows settings;

  private Watermark reached;
  private @Nullable List<String> last;
  private boolean unorderedRead;
  private boolean finished;
  private int pages;

  JdbcPull(SourceId source, TableRows table, JdbcRows settings, Watermark from) {
    this.source = source;
    this.table = table;
    this.settings = settings;
    this.reached = from;
  }

  @Override
  public Optional<SourcePage> nextPage() throws SourceUnavailable {
    if (!unorderedRead) {
      unorderedRead = true;
      List<Found> unordered = table.unordered();
      if (!unordered.isEmpty()) {
        return Optional.of(table.page(unordered, null, reached, null));
      }
    }
    if (finished) {
      return Optional.empty();
    }
    String least = last == null && !reached.isStart() ? least() : null;
    List<Found> found = table.next(last, least);
    finished = found.size() < settings.pageSize() || ++pages >= MOST_PAGES;
    if (found.isEmpty()) {
      return Optional.empty();
    }
    last = found.getLast().place();
    if (last.getFirst().length() <= LONGEST_WATERMARK) {
      reached = new Watermark(last.getFirst());
    }
    return Optional.of(table.page(found, null, reached, null));
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
