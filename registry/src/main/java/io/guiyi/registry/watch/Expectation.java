package io.guiyi.registry.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How often a source is to be heard of. */
public sealed interface Expectation {
  /** How many pauses between pulls may pass without a pull that reaches the end. */
  int PAUSES_MISSED = 10;

  /** How the time is written since which nothing was heard: in Shanghai. */
  DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /** What passes at least before a source counts as late by its pauses. */
  Duration PATIENCE = Duration.ofMinutes(30);

  /** Nothing is expected: the source is only pulled when asked. */
  record Nothing() implements Expectation {}

  /**
   * A pull reaches the end of what the source has.
   *
   * @param within at least once in this time
   */
  record Pulls(Duration within) implements Expectation {}

  /**
   * Something new comes: a row that is new, changed or withdrawn.
   *
   * @param within at least once in this time
   * @param asked what is expected of pulls besides: who cannot be asked has no news either, and is
   *     late long before a month's list is due
   */
  record News(Duration within, Expectation asked) implements Expectation {}

  /** What follows from the pause between pulls; zero or less if the source is pulled when asked. */
  static Expectation ofPause(Duration every) {
    if (!every.isPositive()) {
      return new Nothing();
    }
    Duration missed = every.multipliedBy(PAUSES_MISSED);
    return new Pulls(missed.compareTo(PATIENCE) < 0 ? PATIENCE : missed);
  }

  /**
   * How late a source is.
   *
   * @param heard when it was last heard of
   * @return what says so: since when, and what was expected; empty if it is not late
   */
  default Optional<Finding> late(Heard heard, Instant now) {
    return switch (this) {
      case Nothing _ -> Optional.empty();
      case Pulls(Duration within) -> late(heard.complete(), heard.known(), within, now);
      case News(Duration within, Expectation asked) ->
          asked.late(heard, now).or(() -> late(heard.news(), heard.known(), within, now));
    };
  }

  private static Optional<Finding> late(
      @Nullable Instant last, @Nullable Instant known, Duration within, Instant now) {
    Instant since = last == null ? known : last;
    return since == null || !since.plus(within).isBefore(now)
        ? Optional.empty()
        : Optional.of(Finding.of("%s > %s".formatted(written(since), written(within))));
  }

  private static String written(Instant instant) {
    return MINUTE.format(instant.atZone(ZoneId.of("Asia/Shanghai")));
  }

  private static String written(Duration span) {
    return span.toHours() >= 48 ? span.toDays() + " d" : span.toMinutes() + " min";
  }

  /**
   * When a source was last heard of.
   *
   * @param known when it was first pulled; null if it never was
   * @param complete when a pull last reached the end; null if none has
   * @param news when anything new last came; null if nothing has
   */
  record Heard(@Nullable Instant known, @Nullable Instant complete, @Nullable Instant news) {}
}
