package io.guiyi.connectors.declared;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.PageProfiler;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.ShanghaiTime;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.declared.RestPages.Paging;
import io.guiyi.connectors.http.HttpPort;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One walk over the pages of a REST source. Nothing is known about the order of the rows, so that
 * the watermark, which is the newest change seen, moves with the last page and not before.
 */
final class RestPull implements Pull {
  private static final int MOST_PAGES = 200_000;
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

  private final SourceId source;
  private final RestPages pages;
  private final HttpPort port;
  private final Guard guard;
  private final DeclaredRows rows;
  private final Clock clock;
  private final Watermark from;
  private final @Nullable Instant since;

  private final Set<String> steps = new HashSet<>();
  private List<RawBytes> previous = List.of();
  private @Nullable String next;
  private @Nullable Instant newest;
  private long served;
  private int number;
  private boolean finished;

  RestPull(
      SourceId source,
      RestPages pages,
      HttpPort port,
      Guard guard,
      DeclaredRows rows,
      Clock clock,
      Watermark from) {
    this.source = source;
    this.pages = pages;
    this.port = port;
    this.guard = guard;
    this.rows = rows;
    this.clock = clock;
    this.from = from;
    this.since = from.isStart() ? null : instantOf(from);
    this.newest = since;
  }

  @Override
  public Optional<SourcePage> nextPage() throws SourceUnavailable {
    if (finished) {
      return Optional.empty();
    }
    if (++number > MOST_PAGES) {
      throw contradiction("more than %d pages in one pull".formatted(MOST_PAGES));
    }
    RestAnswer answer = guard.call(this::ask);
    if (!answer.rows().isEmpty() && answer.rows().equals(previous)) {
      throw contradiction(
          "page %d again that came before it, where the end was expected".formatted(number));
    }
    previous = answer.rows();
    served += answer.rows().size();
    PageProfiler.Tally tally = rows.profiler().tally();
    List<Delivered> delivered = read(answer.rows(), tally);
    turn(answer);
    Watermark after = finished ? reached() : from;
    return delivered.isEmpty() && after.equals(from)
        ? Optional.empty()
        : Optional.of(new SourcePage(source, delivered, after).withProfile(tally.profile()));
  }

  private RestAnswer ask() throws SourceUnavailable {
    byte[] body =
        next != null && pages.paging() instanceof Paging.ByLink
            ? port.follow(next)
            : port.get(query());
    try {
      return RestAnswer.of(body, pages);
    } catch (RestAnswer.NotAnAnswer e) {
      throw protocol(String.valueOf(e.getMessage()));
    }
  }

  private String query() {
    List<String> parts = new ArrayList<>();
    if (!pages.sizeParameter().isEmpty()) {
      parts.add(pages.sizeParameter() + "=" + pages.pageSize());
    }
    RestPages.Since newer = pages.since();
    if (newer != null && since != null) {
      parts.add(parameter(newer.parameter(), written(newer.form(), since.minus(newer.overlap()))));
    }
    switch (pages.paging()) {
      case Paging.ByNumber(String name, int first) -> parts.add(name + "=" + (first + number - 1));
      case Paging.ByCursor(String name, String _) -> {
        if (next != null) {
          parts.add(parameter(name, next));
        }
      }
      case Paging.ByLink _, Paging.InOne _ -> {}
    }
    return String.join("&", parts);
  }

  private static String written(RestPages.TimeForm form, Instant time) {
    return switch (form) {
      case INSTANT -> time.toString();
      case LOCAL -> LOCAL.format(ShanghaiTime.local(time));
      case DAY -> DAY.format(ShanghaiTime.local(time));
      case MILLIS -> Long.toString(time.toEpochMilli());
    };
  }

  private static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private List<Delivered> read(List<RawBytes> page, PageProfiler.Tally tally) {
    List<Delivered> delivered = new ArrayList<>(page.size());
    for (int i = 0; i < page.size(); i++) {
      Position position = new Position("page %d row %d".formatted(number, i + 1));
      Delivered row = rows.read(position, page.get(i), tally);
      if (row instanceof SourceRecord known
          && (newest == null || known.version().changedAt().isAfter(newest))) {
        newest = known.version().changedAt();
      }
      delivered.add(row);
    }
    return delivered;
  }

  /** Takes the next step, or finishes and counts. */
  private void turn(RestAnswer answer) throws SourceUnavailable {
    next = answer.next();
    boolean allServed = answer.total().isPresent() && served >= answer.total().getAsLong();
    finished =
        switch (pages.paging()) {
          case Paging.ByNumber _ -> answer.rows().isEmpty() || allServed;
          case Paging.ByCursor _, Paging.ByLink _ -> next == null;
          case Paging.InOne _ -> true;
        };
    if (next != null && !steps.add(next)) {
      throw contradiction("a step again that came before; the walk would never end");
    }
    if (finished && answer.total().isPresent() && !allServed) {
      throw contradiction(
          "%d rows where it announced %d".formatted(served, answer.total().getAsLong()));
    }
  }

  private Watermark reached() {
    if (newest == null) {
      return from;
    }
    Instant now = clock.instant();
    return new Watermark((newest.isAfter(now) ? now : newest).toString());
  }

  private static Instant instantOf(Watermark from) {
    try {
      return Instant.parse(from.text());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "the watermark '%s' is no instant; reset it to start from the beginning".formatted(from));
    }
  }

  /** A page that is sound alone and contradicts what came before it. */
  private SourceUnavailable contradiction(String what) {
    return guard.failed(protocol(what));
  }

  private SourceUnavailable protocol(String what) {
    return SourceUnavailable.of(
        Kind.PROTOCOL,
        "%s sent %s; compare its declaration with what the department agreed to"
            .formatted(source, what));
  }
}
