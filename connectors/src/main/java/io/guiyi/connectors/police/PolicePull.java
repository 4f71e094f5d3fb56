package io.guiyi.connectors.police;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.PageProfiler;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.http.HttpPort;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.SourceVersion;
import io.guiyi.records.Watermark;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One walk along the police's cursor.
 *
 * <p>What it watches for, since the watermark may never pass a row that was not delivered: rows
 * must ascend by update time, no page and no cursor may come back, and at the end there must be as
 * many rows as the department announced. A cursor that has expired is no fault: the walk starts
 * again at its own watermark.
 */
final class PolicePull implements Pull {
  private static final int MOST_PAGES = 200_000;
  private static final int MOST_RESTARTS = 3;

  private final PoliceSettings settings;
  private final HttpPort port;
  private final Guard guard;
  private final PoliceRows rows;
  private final Clock clock;

  /** How far everything was delivered, and from where the present walk asks. */
  private @Nullable Instant watermark;

  private @Nullable Instant since;
  private @Nullable String cursor;

  /** The newest update time of this walk, and the newest one before it. */
  private @Nullable Instant newest;

  private @Nullable Instant settled;

  private Set<RowState> previousPage = Set.of();
  private final Set<String> cursors = new HashSet<>();
  private long served;
  private int pages;
  private int restarts;
  private boolean finished;
  private @Nullable SourceUnavailable shortfall;

  /** One row in one state: what a page must not repeat. */
  private record RowState(String key, SourceVersion version) {}

  PolicePull(
      PoliceSettings settings,
      HttpPort port,
      Guard guard,
      PoliceRows rows,
      Clock clock,
      Watermark from) {
    this.settings = settings;
    this.port = port;
    this.guard = guard;
    this.rows = rows;
    this.clock = clock;
    this.watermark = instantOf(from);
    this.since = beforeOverlap(watermark);
  }

  @Override
  public Optional<SourcePage> nextPage() throws SourceUnavailable {
    if (shortfall != null) {
      throw guard.failed(shortfall);
    }
    if (finished) {
      return Optional.empty();
    }
    if (++pages > MOST_PAGES) {
      throw contradiction("more than %d pages in one pull".formatted(MOST_PAGES));
    }
    PolicePage page = fetch();
    PageProfiler.Tally tally = PoliceRows.PROFILER.tally();
    List<Delivered> delivered = read(page, tally);
    checkOrder(delivered);
    served += delivered.size();
    turn(page);
    advance();
    return delivered.isEmpty() && finished
        ? Optional.empty()
        : Optional.of(
            new SourcePage(settings.id(), delivered, after()).withProfile(tally.profile()));
  }

  /** Asks for the page at the cursor; where that has expired, for the first page again. */
  private PolicePage fetch() throws SourceUnavailable {
    while (true) {
      try {
        return guard.call(this::ask);
      } catch (SourceUnavailable fault) {
        if (fault.kind() != Kind.EXPIRED_CURSOR || cursor == null || ++restarts > MOST_RESTARTS) {
          throw fault;
        }
        startAgain();
      }
    }
  }

  private void startAgain() {
    since = beforeOverlap(watermark);
    cursor = null;
    newest = null;
    settled = null;
    previousPage = Set.of();
    cursors.clear();
    served = 0;
  }

  private PolicePage ask() throws SourceUnavailable {
    byte[] body = port.get(query());
    try {
      PolicePage page = PolicePage.of(body, settings.pageSize());
      if (page.code() != 0) {
        throw protocol("code %d where 0 was agreed".formatted(page.code()));
      }
      return page;
    } catch (PolicePage.NotAPage e) {
      throw protocol(String.valueOf(e.getMessage()));
    }
  }

  private String query() {
    StringBuilder query = new StringBuilder("limit=").append(settings.pageSize());
    if (since != null) {
      query.append("&since=").append(encode(since.toString()));
    }
    if (cursor != null) {
      query.append("&cursor=").append(encode(cursor));
    }
    return query.toString();
  }

  private List<Delivered> read(PolicePage page, PageProfiler.Tally tally) {
    List<Delivered> delivered = new ArrayList<>(page.rows().size());
    for (int i = 0; i < page.rows().size(); i++) {
      Position position = new Position("page %d row %d".formatted(pages, i + 1));
      delivered.add(rows.read(position, page.rows().get(i), tally));
    }
    return delivered;
  }

  private void checkOrder(List<Delivered> delivered) throws SourceUnavailable {
    Set<RowState> present = new HashSet<>();
    for (Delivered row : delivered) {
      if (row instanceof SourceRecord known) {
        Instant at = known.version().changedAt();
        if (newest != null && at.isBefore(newest)) {
          throw contradiction(
              "%s older than the row before it; rows must ascend by gxsj"
                  .formatted(row.position()));
        }
        if (newest == null || at.isAfter(newest)) {
          settled = newest;
          newest = at;
        }
        present.add(new RowState(known.key().key(), known.version()));
      }
    }
    if (!present.isEmpty() && previousPage.containsAll(present)) {
      throw contradiction("page %d again that came before it".formatted(pages));
    }
    previousPage = present;
  }

  /** Takes the next cursor, or finishes and counts. */
  private void turn(PolicePage page) throws SourceUnavailable {
    cursor = page.next();
    if (cursor != null) {
      if (!cursors.add(cursor)) {
        throw contradiction("a cursor again that came before; the walk would never end");
      }
      return;
    }
    finished = true;
    if (served < page.total()) {
      shortfall = protocol("%d rows where it announced %d".formatted(served, page.total()));
    }
  }

  /** Moves the watermark to the last instant whose rows were all delivered, never back. */
  private void advance() {
    boolean complete = finished && shortfall == null;
    Instant reached = complete ? newest : settled;
    if (reached == null) {
      return;
    }
    Instant now = clock.instant();
    Instant bounded = reached.isAfter(now) ? now : reached;
    if (watermark == null || bounded.isAfter(watermark)) {
      watermark = bounded;
      restarts = 0;
    }
  }

  private Watermark after() {
    return watermark == null ? Watermark.START : new Watermark(watermark.toString());
  }

  private @Nullable Instant beforeOverlap(@Nullable Instant instant) {
    return instant == null ? null : instant.minus(settings.overlap());
  }

  private static @Nullable Instant instantOf(Watermark from) {
    if (from.isStart()) {
      return null;
    }
    try {
      return Instant.parse(from.text());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "the watermark '%s' is no instant; reset it to start from the beginning".formatted(from));
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A page that is sound alone and contradicts what came before it. */
  private SourceUnavailable contradiction(String what) {
    return guard.failed(protocol(what));
  }

  private SourceUnavailable protocol(String what) {
    return SourceUnavailable.of(
        Kind.PROTOCOL, "%s sent %s; ask the department".formatted(settings.id(), what));
  }
}
