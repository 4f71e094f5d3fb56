package io.guiyi.registry.watch;

import java.time.Duration;

/**
 * From where on an operator is told.
 *
 * @param shift the {@link StabilityIndex} of a column from which on its mix counts as shifted;
 *     above 0, at most 10
 * @param rowsBefore how many rows must have been seen before anything is compared with them; at
 *     least 1
 * @param rowsNew how many rows are compared with them at least; at least 1
 * @param quarantineShare the share, 0 to 1, of a day's rows from which on quarantine counts as high
 * @param writeBackWithin how long a department may wait to be told
 */
public record WatchSettings(
    double shift, long rowsBefore, long rowsNew, double quarantineShare, Duration writeBackWithin) {
  /** What is usual. */
  public static final WatchSettings USUAL =
      new WatchSettings(0.25, 200, 100, 0.2, Duration.ofMinutes(30));

  /** Checks the bounds. */
  public WatchSettings {
    if (!(shift > 0 && shift <= 10)) {
      throw new IllegalArgumentException(
          "a shift of %s is no limit; give more than 0 and at most 10, 0.25 is usual"
              .formatted(shift));
    }
    if (rowsBefore < 1 || rowsNew < 1) {
      throw new IllegalArgumentException(
          "%d rows cannot be compared with %d; give 1 or more".formatted(rowsNew, rowsBefore));
    }
    if (!(quarantineShare >= 0 && quarantineShare <= 1)) {
      throw new IllegalArgumentException(
          "the share %s of rows held aside lies outside 0 to 1".formatted(quarantineShare));
    }
  }
}
