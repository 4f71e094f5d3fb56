package io.guiyi.lab.population.feeds;

import java.time.LocalDate;
import java.util.List;

/**
 * When children are vaccinated, as far as the invented clinics go.
 *
 * @param vaccine code of the vaccine, four digits
 * @param dose number of the dose
 * @param months age at which it is due
 */
record Programme(String vaccine, int dose, int months) {

  /** Tuberculosis, hepatitis B, polio, DTP, measles, encephalitis, meningitis, hepatitis A. */
  static final List<Programme> DUE =
      List.of(
          new Programme("0101", 1, 0),
          new Programme("0202", 1, 0),
          new Programme("0202", 2, 1),
          new Programme("0202", 3, 6),
          new Programme("0303", 1, 2),
          new Programme("0303", 2, 3),
          new Programme("0303", 3, 4),
          new Programme("0303", 4, 48),
          new Programme("0402", 1, 3),
          new Programme("0402", 2, 4),
          new Programme("0402", 3, 5),
          new Programme("0402", 4, 18),
          new Programme("1201", 1, 8),
          new Programme("1201", 2, 18),
          new Programme("1801", 1, 8),
          new Programme("1801", 2, 24),
          new Programme("1601", 1, 6),
          new Programme("1601", 2, 9),
          new Programme("1701", 1, 36),
          new Programme("1701", 2, 72),
          new Programme("1901", 1, 18),
          new Programme("0601", 1, 72));

  LocalDate dueFor(LocalDate born) {
    return born.plusMonths(months);
  }
}
