package io.guiyi.connectors.health;

import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One walk along the next links of a search, in the order of update times.
 *
 * <p>What it watches for, since its mark may never pass a resource that was not delivered:
 * resources must ascend by update time, no page and no link may come back, and at the end there
 * must be as many as the server announced. If there are fewer, nobody knows where the gap was, so
 * that the mark goes back to where the walk began. A link that has expired is no fault: the walk
 * starts again at its own mark.
 */
final class FhirWalk {
  private static final int MOST_PAGES = 200_000;
  private static final int MOST_RESTARTS = 3;

  /** Beyond this many resources of one walk they are no longer counted. */
  private static final int MOST_COUNTED = 2_000_000;

  private final FhirService service;
  private final HealthSettings settings;
  private final Clock clock;
  private final String type;
  private final String also;

  /** Where the walk began, how far everything was delivered, and from where it asks now. */
  private final @Nullable Instant begin;

  private @Nullable Instant reached;
  private @Nullable Instant since;

  private @Nullable String next;

  /** The newest update time of this walk, and the newest one before it. */
  private @Nullable Instant newest;

  private @Nullable Instant settled;

  private Set<String> previousPage = Set.of();
  private final Set<String> links = new HashSet<>();
  private final Set<String> served = new HashSet<>();
  private long nameless;
  private long announced = -1;
  private int pages;
  private int restarts;
  private boolean finished;
  private @Nullable SourceUnavailable shortfall;

  /**
   * A walk; nothing is asked yet.
   *
   * @param also what the query asks for besides, starting with {@code &}; may be empty
   * @param begin null for everything
   */
  FhirWalk(
      FhirService service,
      HealthSettings settings,
      Clock clock,
      String type,
      String also,
      @Nullable Instant begin) {
    this.service = service;
    this.settings = settings;
    this.clock = clock;
    this.type = type;
    this.also = also;
    this.begin = begin;
    this.reached = begin;
    this.since = beforeOverlap(begin);
  }

  /** The next page; empty once the walk is finished. */
  Optional<FhirBundle> nextPage() throws SourceUnavailable {
    if (shortfall != null) {
      throw shortfall;
    }
    if (finished) {
      return Optional.empty();
    }
    if (++pages > MOST_PAGES) {
      throw service.contradiction("more than %d pages in one walk".formatted(MOST_PAGES));
    }
    FhirBundle page = fetch();
    List<FhirEntry> matches = page.entries().stream().filter(entry -> entry.isMatch(type)).toList();
    check(matches);
    turn(page);
    advance();
    return Optional.of(page);
  }

  /** How far everything was delivered, once the page that came last is stored. */
  @Nullable Instant reached() {
    return reached;
  }

  /** How many pages were asked for. */
  int pages() {
    return pages;
  }

  /** Asks for the next page; where its link has expired, for the first page again. */
  private FhirBundle fetch() throws SourceUnavailable {
    while (true) {
      try {
        return next == null ? service.search(type, query()) : service.follow(next);
      } catch (SourceUnavailable fault) {
        if (fault.kind() != Kind.EXPIRED_CURSOR || next == null || ++restarts > MOST_RESTARTS) {
          throw fault;
        }
        startAgain();
      }
    }
  }

  private void startAgain() {
    since = beforeOverlap(reached);
    next = null;
    newest = null;
    settled = null;
    previousPage = Set.of();
    links.clear();
    served.clear();
    nameless = 0;
    announced = -1;
  }

  private String query() {
    String from = since == null ? "" : "_lastUpdated=ge%s&".formatted(since);
    return "%s_sort=_lastUpdated&_count=%d%s".formatted(from, settings.pageSize(), also);
  }

  private void check(List<FhirEntry> matches) throws SourceUnavailable {
    if (matches.size() > settings.pageSize()) {
      throw service.contradiction(
          "%d resources where %d were asked for".formatted(matches.size(), settings.pageSize()));
    }
    for (FhirEntry match : matches) {
      checkOrder(match);
      if (match.id().isEmpty()) {
        nameless++;
      } else if (served.size() < MOST_COUNTED) {
        served.add(match.id());
      }
    }
    Set<String> present =
        matches.stream()
            .filter(match -> !match.id().isEmpty())
            .map(FhirEntry::state)
            .collect(Collectors.toSet());
    if (!present.isEmpty() && previousPage.containsAll(present)) {
      throw service.contradiction("page %d again that came before it".formatted(pages));
    }
    previousPage = present;
  }

  private void checkOrder(FhirEntry match) throws SourceUnavailable {
    Instant at = match.lastUpdated();
    if (at == null) {
      return;
    }
    if (newest != null && at.isBefore(newest)) {
      throw service.contradiction(
          "on page %d a %s older than the one before it; they must ascend by meta.lastUpdated"
              .formatted(pages, type));
    }
    if (newest == null || at.isAfter(newest)) {
      settled = newest;
      newest = at;
    }
  }

  /** Takes the next link, or finishes and counts. */
  private void turn(FhirBundle page) throws SourceUnavailable {
    announced = page.total() >= 0 ? page.total() : announced;
    next = page.next();
    if (next != null) {
      if (!links.add(next)) {
        throw service.contradiction("a link again that came before; the walk would never end");
      }
      return;
    }
    finished = true;
    long count = served.size() + nameless;
    if (count < announced && served.size() < MOST_COUNTED) {
      shortfall =
          service.contradiction(
              "%d of %s where it announced %d; everything since %s is read again"
                  .formatted(count, type, announced, begin == null ? "the start" : begin));
    }
  }

  /** Moves the mark to the last instant whose resources were all delivered. */
  private void advance() {
    if (shortfall != null) {
      reached = begin;
      return;
    }
    Instant sure = finished ? newest : settled;
    if (sure == null) {
      return;
    }
    Instant now = clock.instant();
    Instant bounded = sure.isAfter(now) ? now : sure;
    if (reached == null || bounded.isAfter(reached)) {
      reached = bounded;
      restarts = 0;
    }
  }

  private @Nullable Instant beforeOverlap(@Nullable Instant instant) {
    return instant == null ? null : instant.minus(settings.overlap());
  }
}
