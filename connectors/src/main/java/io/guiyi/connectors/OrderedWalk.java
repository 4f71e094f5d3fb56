package io.guiyi.connectors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Watches over one walk along a department's pages in the order of update times, and says how far
 * everything was delivered.
 *
 * <p>What it watches for, since a watermark may never pass a row that was not delivered: rows must
 * ascend by update time, no page and no continuation (a cursor, a next link) may come back, and at
 * the end there must be as many rows as the department announced. If there are fewer, nobody knows
 * where the gap was, so that the walk has reached nothing: the next one begins where this one
 * began. Each row is counted once, however often it came, so that a row that moved to another page
 * cannot stand in for one that was left out.
 *
 * <p>While pages follow, the newest instant on a page may go on behind it, so that only the one
 * before it is sure. No walk reaches beyond the hub's own clock: a department whose clock is fast
 * must not make the hub skip what it writes after setting it right.
 */
public final class OrderedWalk {
  private static final int MOST_PAGES = 200_000;
  private static final int MOST_RESTARTS = 3;

  /** Beyond this many rows a walk no longer counts them. */
  private static final int MOST_COUNTED = 1_000_000;

  private final Duration overlap;
  private final Clock clock;
  private final @Nullable Instant begin;
  private @Nullable Instant reached;
  private @Nullable Instant since;
  private @Nullable String next;

  /** The newest update time, and the newest one before it. */
  private @Nullable Instant newest;

  private @Nullable Instant settled;

  private Set<Row> previousPage = Set.of();
  private final Set<String> continuations = new HashSet<>();
  private final Set<String> served = new HashSet<>();
  private long unread;
  private long announced = -1;
  private int pages;
  private int restarts;
  private boolean finished;
  private boolean incomplete;
  private boolean startedAgain;

  /**
   * One row in one state.
   *
   * @param key which
   * @param changedAt its update time; null if that cannot be read
   */
  public record Row(String key, @Nullable Instant changedAt) {}

  /** A page contradicts what came before it; the message says how, starting with what was sent. */
  public static final class Contradiction extends Exception {
    private static final long serialVersionUID = 1L;

    Contradiction(String what) {
      super(what);
    }

    /** The message, which is always there. */
    public String sentence() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * A walk; nothing is asked yet.
   *
   * @param begin how far everything was delivered before; null for nothing
   * @param overlap how far before that the walk starts
   */
  public OrderedWalk(@Nullable Instant begin, Duration overlap, Clock clock) {
    this.overlap = overlap;
    this.clock = clock;
    this.begin = begin;
    this.reached = begin;
    this.since = beforeOverlap(begin);
  }

  /** From which update time on to ask; null for everything. */
  public @Nullable Instant since() {
    return since;
  }

  /** Where the next page is; null for the first one. */
  public @Nullable String next() {
    return next;
  }

  /** True once the last page came. */
  public boolean isFinished() {
    return finished;
  }

  /** True if the walk is in parts, each compared only with what was announced for it. */
  public boolean hasStartedAgain() {
    return startedAgain;
  }

  /** How many pages came. */
  public int pages() {
    return pages;
  }

  /** How far everything was delivered once the page that came last is stored; null for nothing. */
  public @Nullable Instant reached() {
    return reached;
  }

  /**
   * Takes a page.
   *
   * @param rows those that could be told apart, in the order of delivery
   * @param others how many more it holds
   * @param total how many rows the department announces for this walk; negative if it does not say
   * @param following where the next page is; null if this is the last one
   * @throws Contradiction if the walk cannot go on
   */
  public void turn(List<Row> rows, int others, long total, @Nullable String following)
      throws Contradiction {
    if (++pages > MOST_PAGES) {
      throw new Contradiction("more than %d pages in one walk".formatted(MOST_PAGES));
    }
    checkOrder(rows);
    checkRepetition(rows);
    count(rows, others);
    announced = total >= 0 ? total : announced;
    next = following;
    if (next == null) {
      finished = true;
      incomplete = served.size() < MOST_COUNTED && served.size() + unread < announced;
    } else if (!continuations.add(next)) {
      throw new Contradiction("a cursor or link again that came before; the walk would never end");
    }
    advance();
  }

  /**
   * Checks that as many rows came as were announced. To be asked once the last page is stored.
   *
   * @throws Contradiction if some are missing
   */
  public void checkComplete() throws Contradiction {
    if (incomplete) {
      throw new Contradiction(
          "%d rows where it announced %d; the next pull reads everything since %s again"
              .formatted(served.size() + unread, announced, begin == null ? "the start" : begin));
    }
  }

  /**
   * Starts again at what was reached, because the department no longer knows where the walk stood.
   *
   * @return false if that has happened too often without getting any further
   */
  public boolean startAgain() {
    if (next == null || ++restarts > MOST_RESTARTS) {
      return false;
    }
    startedAgain = true;
    since = beforeOverlap(reached);
    next = null;
    newest = null;
    settled = null;
    previousPage = Set.of();
    continuations.clear();
    served.clear();
    unread = 0;
    announced = -1;
    return true;
  }

  private void checkOrder(List<Row> rows) throws Contradiction {
    for (Row row : rows) {
      Instant at = row.changedAt();
      if (at != null && newest != null && at.isBefore(newest)) {
        throw new Contradiction(
            "on page %d a row older than the one before it; rows must ascend by update time"
                .formatted(pages));
      }
      if (at != null && (newest == null || at.isAfter(newest))) {
        settled = newest;
        newest = at;
      }
    }
  }

  private void checkRepetition(List<Row> rows) throws Contradiction {
    Set<Row> present = Set.copyOf(rows);
    if (!present.isEmpty() && previousPage.containsAll(present)) {
      throw new Contradiction("page %d again that came before it".formatted(pages));
    }
    previousPage = present;
  }

  private void count(List<Row> rows, int others) {
    unread += others;
    for (Row row : rows) {
      if (served.size() < MOST_COUNTED) {
        served.add(row.key());
      }
    }
  }

  /** Moves on to the last instant whose rows were all delivered; back only if rows are missing. */
  private void advance() {
    if (incomplete) {
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
    return instant == null ? null : instant.minus(overlap);
  }
}
