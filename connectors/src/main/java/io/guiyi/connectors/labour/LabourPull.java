package io.guiyi.connectors.labour;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.PageProfiler;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.records.Delivered;
import io.guiyi.records.PageProfile;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One walk over the pending rows in the order of their numbers. It begins at the lowest: what is
 * still pending was not taken, however small its number. The watermark tells an operator how far
 * the source was ever read; a walk begins after it only when it is asked to.
 */
final class LabourPull implements Pull {
  /** A bureau that writes faster than we read is left for the next pull to go on with. */
  private static final int MOST_PAGES = 100_000;

  private final SourceId source;
  private final ExchangeTable table;
  private final Guard guard;
  private final int pageSize;

  private long highest;
  private long last;
  private int pages;
  private boolean finished;
  private Set<String> columns = Set.of();

  LabourPull(
      SourceId source,
      ExchangeTable table,
      Guard guard,
      int pageSize,
      Watermark from,
      boolean afterIt) {
    this.source = source;
    this.table = table;
    this.guard = guard;
    this.pageSize = pageSize;
    this.highest = numberOf(from);
    this.last = afterIt ? highest : Long.MIN_VALUE;
  }

  @Override
  public Optional<SourcePage> nextPage() throws SourceUnavailable {
    if (finished) {
      return Optional.empty();
    }
    List<LabourRow> rows = guard.call(() -> table.pendingAbove(last));
    finished = rows.size() < pageSize || ++pages >= MOST_PAGES;
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    last = rows.getLast().number();
    highest = Math.max(highest, last);
    List<Delivered> delivered = rows.stream().map(row -> row.read(source)).toList();
    return Optional.of(
        new SourcePage(source, delivered, new Watermark(Long.toString(highest)))
            .withProfile(profile(rows)));
  }

  /**
   * The table is asked for its columns once in a walk, with the first rows. That is no part of
   * reading: where it fails, the page has no profile and the walk goes on.
   */
  private PageProfile profile(List<LabourRow> rows) {
    if (columns.isEmpty()) {
      columns = table.columns();
    }
    if (columns.isEmpty()) {
      return PageProfile.NONE;
    }
    PageProfiler.Tally tally = LabourColumns.PROFILER.tally();
    for (LabourRow row : rows) {
      tally.row(columns, row.texts());
    }
    return tally.profile();
  }

  private static long numberOf(Watermark from) {
    if (from.isStart()) {
      return Long.MIN_VALUE;
    }
    try {
      return Long.parseLong(from.text());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the watermark '%s' is no running number; reset it to start from the beginning"
              .formatted(from));
    }
  }
}
