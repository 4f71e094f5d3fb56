package io.guiyi.connectors.health;

import io.guiyi.connectors.OrderedWalk;
import io.guiyi.connectors.OrderedWalk.Row;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One walk along the next links of a search. A link that has expired is no fault: the walk starts
 * again at what it has reached.
 *
 * <p>Where the walk before broke off, this one goes on from there, so that what is new comes first;
 * then it goes once more over what is {@linkplain Reach unproved}, which changes nothing unless a
 * row was left out.
 */
final class FhirWalk {
  private final FhirService service;
  private final int pageSize;
  private final String type;
  private final String also;
  private final HealthSettings settings;
  private final Clock clock;
  private final @Nullable Instant proved;

  private OrderedWalk walk;
  private boolean proving;
  private boolean tried;
  private @Nullable Instant farthest;

  /**
   * A walk; nothing is asked yet.
   *
   * @param also what the query asks for besides, starting with {@code &}; may be empty
   * @param from how far it was delivered before
   */
  FhirWalk(
      FhirService service,
      HealthSettings settings,
      Clock clock,
      String type,
      String also,
      Reach from) {
    this.service = service;
    this.pageSize = settings.pageSize();
    this.type = type;
    this.also = also;
    this.settings = settings;
    this.clock = clock;
    this.proved = from.proved();
    this.farthest = from.last();
    this.proving = from.isProved();
    this.walk = new OrderedWalk(from.last(), settings.overlap(), clock);
  }

  /** The next page; empty once the walk is finished. */
  Optional<FhirBundle> nextPage() throws SourceUnavailable {
    try {
      if (walk.isFinished()) {
        walk.checkComplete();
        if (!goesOn()) {
          return Optional.empty();
        }
      }
      FhirBundle page = fetch();
      List<FhirEntry> matches =
          page.entries().stream().filter(entry -> entry.isMatch(type)).toList();
      if (matches.size() > pageSize) {
        throw service.contradiction(
            "%d resources where %d were asked for".formatted(matches.size(), pageSize));
      }
      List<Row> rows =
          matches.stream()
              .filter(match -> !match.id().isEmpty())
              .map(match -> new Row(match.id(), match.lastUpdated()))
              .toList();
      walk.turn(rows, matches.size() - rows.size(), page.total(), page.next());
      return Optional.of(page);
    } catch (OrderedWalk.Contradiction e) {
      throw service.contradiction(e.sentence());
    }
  }

  /** Begins at what is unproved, once; a proof that had to start again proves nothing. */
  private boolean goesOn() {
    boolean goesOn = !reach().isProved() && !tried;
    if (goesOn) {
      farthest = walk.reached();
      walk = new OrderedWalk(proved, settings.overlap(), clock);
      proving = true;
      tried = true;
    }
    return goesOn;
  }

  /** How far everything was delivered, once the page that came last is stored. */
  Reach reach() {
    Instant here = walk.reached();
    if (proving && walk.isFinished() && !walk.hasStartedAgain()) {
      return Reach.proved(here);
    }
    boolean farther = farthest == null || (here != null && here.isAfter(farthest));
    return new Reach(proved, farther ? here : farthest);
  }

  /** Asks for the next page; where its link has expired, for the first page again. */
  private FhirBundle fetch() throws SourceUnavailable {
    while (true) {
      String next = walk.next();
      try {
        return next == null ? service.search(type, query()) : service.follow(next);
      } catch (SourceUnavailable fault) {
        if (fault.kind() != Kind.EXPIRED_CURSOR || !walk.startAgain()) {
          throw fault;
        }
      }
    }
  }

  private String query() {
    Instant since = walk.since();
    String from = since == null ? "" : "_lastUpdated=ge%s&".formatted(since);
    return "%s_sort=_lastUpdated&_count=%d%s".formatted(from, pageSize, also);
  }
}
