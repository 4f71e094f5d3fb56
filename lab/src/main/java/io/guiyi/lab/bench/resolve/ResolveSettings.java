package io.guiyi.lab.bench.resolve;

import java.nio.file.Path;

/**
 * What is measured.
 *
 * @param people how many persons are in the index, 100 to 9,900,000
 * @param arrivals how many records arrive while the clock runs, at least 100
 * @param warmUp how many arrive before; their cost is not counted
 * @param everyRecord true to load all records of each person, false for the first one of each
 * @param searchOnly true to look for candidates alone, false to decide
 * @param page how many records arrive before what they brought becomes visible in the index, 1 to
 *     10,000; within a page the overlay shows it
 * @param seed decides who lives in the city and who arrives
 * @param work a folder for the index
 */
public record ResolveSettings(
    int people,
    int arrivals,
    int warmUp,
    boolean everyRecord,
    boolean searchOnly,
    int page,
    long seed,
    Path work) {

  /** Checks the bounds. */
  public ResolveSettings {
    check("people", people, 100, 9_900_000);
    check("arrivals", arrivals, 100, 1_000_000);
    check("warm-up", warmUp, 0, 1_000_000);
    check("page", page, 1, 10_000);
  }

  private static void check(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s %d is outside %d to %d: choose one within".formatted(name, value, least, most));
    }
  }
}
