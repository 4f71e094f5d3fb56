package io.guiyi.registry.intake;

import java.time.Duration;

/**
 * How long to wait before trying again: twice as long after each failure, up to a bound.
 *
 * @param first after the first failure; at least a millisecond
 * @param longest at most this; {@code first} or more
 */
record Backoff(Duration first, Duration longest) {
  private static final int DOUBLINGS_MAX = 30;

  Backoff {
    if (first.toMillis() < 1 || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "waiting from %s to %s is no back-off; give 1 ms or more, the shorter first"
              .formatted(first, longest));
    }
  }

  /**
   * The pause after a number of failures in a row.
   *
   * @param failures 1 or more
   */
  Duration after(int failures) {
    int doublings = Math.clamp(failures - 1L, 0, DOUBLINGS_MAX);
    Duration pause = first.multipliedBy(1L << doublings);
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
