package io.guiyi.console;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long ago something was, as people say it: one number and one unit, rounded down.
 *
 * @param key the message it is said with
 * @param amount how many units; 0 for {@link #NEVER} and for what is under a second old
 */
public record Age(String key, long amount) {
  /** It has not happened. */
  public static final Age NEVER = new Age("age.never", 0);

  /**
   * The age of {@code instant}; an instant that another clock put into the future counts as now.
   */
  public static Age of(@Nullable Instant instant, Instant now) {
    if (instant == null) {
      return NEVER;
    }
    Duration age = Duration.between(instant, now);
    if (age.compareTo(Duration.ofSeconds(1)) < 0) {
      return new Age("age.now", 0);
    }
    if (age.compareTo(Duration.ofMinutes(2)) < 0) {
      return new Age("age.seconds", age.toSeconds());
    }
    if (age.compareTo(Duration.ofHours(2)) < 0) {
      return new Age("age.minutes", age.toMinutes());
    }
    return age.compareTo(Duration.ofDays(2)) < 0
        ? new Age("age.hours", age.toHours())
        : new Age("age.days", age.toDays());
  }
}
