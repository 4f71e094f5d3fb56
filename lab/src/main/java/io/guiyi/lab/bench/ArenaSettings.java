package io.guiyi.lab.bench;

import io.guiyi.lab.population.profile.Profile;
import java.nio.file.Path;

/**
 * On what is measured.
 *
 * @param data folder of the public sets
 * @param work folder to work in
 * @param seed decides the order of all rows, the scaled copies and who lives in the cities
 * @param rows records of the scaled set, 1 to 100,000,000
 * @param people of the city, 1 to 10,000,000
 * @param peopleMost people of the large city, 1 to 10,000,000
 * @param profile of the cities
 */
public record ArenaSettings(
    Path data, Path work, long seed, int rows, int people, int peopleMost, Profile profile) {

  private static final int ROWS_MAX = 100_000_000;
  private static final int PEOPLE_MAX = 10_000_000;

  /** Checks the bounds. */
  public ArenaSettings {
    bounded("rows", rows, ROWS_MAX);
    bounded("people", people, PEOPLE_MAX);
    bounded("people of the large city", peopleMost, PEOPLE_MAX);
  }

  private static void bounded(String what, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s %d: choose a number from 1 to %d".formatted(what, value, most));
    }
  }
}
