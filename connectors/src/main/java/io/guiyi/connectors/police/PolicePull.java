package io.guiyi.connectors.police;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.OrderedWalk;
import io.guiyi.connectors.OrderedWalk.Row;
import io.guiyi.connectors.PageProfiler;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.http.HttpPort;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One walk along the police's cursor. A cursor that has expired is no fault: the walk starts again
 * at what it has reached.
 */
final class PolicePull implements Pull {
  private final PoliceSettings settings;
  private final HttpPort port;
  private final Guard guard;
  private final PoliceRows rows;
  private final OrderedWalk walk;

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
    this.walk = new OrderedWalk(instantOf(from), settings.overlap(), clock);
  }

  @Override
  public Optional<SourcePage> nextPage() throws SourceUnavailable {
    try {
      if (walk.isFinished()) {
        walk.checkComplete();
        return Optional.empty();
      }
      Watermark before = reached();
      PolicePage page = fetch();
      PageProfiler.Tally tally = PoliceRows.PROFILER.tally();
      List<Delivered> delivered = read(page, tally);
      List<Row> known = known(delivered);
      walk.turn(known, delivered.size() - known.size(), page.total(), page.next());
      boolean tellsNothing = delivered.isEmpty() && walk.isFinished() && reached().equals(before);
      if (tellsNothing) {
        walk.checkComplete();
        return Optional.empty();
      }
      return Optional.of(
          new SourcePage(settings.id(), delivered, reached()).withProfile(tally.profile()));
    } catch (OrderedWalk.Contradiction e) {
      throw guard.failed(protocol(e.sentence()));
    }
  }

  /** Asks for the page at the cursor; where that has expired, for the first page again. */
  private PolicePage fetch() throws SourceUnavailable {
    while (true) {
      try {
        return guard.call(this::ask);
      } catch (SourceUnavailable fault) {
        if (fault.kind() != Kind.EXPIRED_CURSOR || !walk.startAgain()) {
          throw fault;
        }
      }
    }
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
    Instant since = walk.since();
    String cursor = walk.next();
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
      Position position = new Position("page %d row %d".formatted(walk.pages() + 1, i + 1));
      delivered.add(rows.read(position, page.rows().get(i), tally));
    }
    return delivered;
  }

  private static List<Row> known(List<Delivered> delivered) {
    List<Row> known = new ArrayList<>();
    for (Delivered row : delivered) {
      if (row instanceof SourceRecord record) {
        known.add(new Row(record.key().key(), record.version().changedAt()));
      }
    }
    return known;
  }

  private Watermark reached() {
    Instant reached = walk.reached();
    return reached == null ? Watermark.START : new Watermark(reached.toString());
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

  private SourceUnavailable protocol(String what) {
    return SourceUnavailable.of(
        Kind.PROTOCOL, "%s sent %s; ask the department".formatted(settings.id(), what));
  }
}
