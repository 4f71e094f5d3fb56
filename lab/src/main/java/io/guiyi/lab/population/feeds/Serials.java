package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.WrittenDates;
import java.time.LocalDate;

/**
 * Record keys. The running part is a permutation of person and spell, so that keys are distinct and
 * tell nothing about whose they are. The topmost hundred million are kept for records that arise
 * later.
 */
public final class Serials {

  /** Spells and copies that one person can have within a feed. */
  static final int PER_PERSON = 16;

  private static final long PERMUTED = 900_000_000L;
  private static final long SPREAD = 387_420_491L;

  private Serials() {}

  /**
   * A key.
   *
   * @param prefix letters or digits that the department puts in front
   * @param day the day of the first entry
   * @param person number of the resident
   * @param spell number of the spell or copy, below {@value #PER_PERSON}
   * @param seed the city's seed
   */
  static String key(String prefix, LocalDate day, int person, int spell, long seed) {
    long subject = (long) person * PER_PERSON + spell;
    long serial = Math.floorMod(subject * SPREAD + Math.floorMod(seed, PERMUTED) * 7, PERMUTED);
    return prefix + WrittenDates.shortest(day) + WrittenDates.padded(serial, 9);
  }

  /**
   * A key of a record that arises after the reference day.
   *
   * @param prefix letters or digits that the department puts in front
   * @param day the day of entry
   * @param counter 0 to 99,999,999
   */
  public static String later(String prefix, LocalDate day, int counter) {
    return prefix + WrittenDates.shortest(day) + (PERMUTED + counter);
  }
}
