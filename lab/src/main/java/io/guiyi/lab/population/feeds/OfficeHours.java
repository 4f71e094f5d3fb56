package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.books.Dice;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Moments at which departments do things: within office hours and never after the reference day.
 *
 * @param referenceDay the last day of which the rows can know
 */
record OfficeHours(LocalDate referenceDay) {

  /** Some moment of this day, or of the reference day if that comes first. */
  LocalDateTime on(LocalDate day, Dice dice) {
    LocalDate known = day.isAfter(referenceDay) ? referenceDay : day;
    return known.atTime(8, 0).plusSeconds(dice.below(9 * 3600));
  }

  /** Some moment a few days after a day. */
  LocalDateTime after(LocalDate day, int daysMax, Dice dice) {
    return on(day.plusDays(dice.between(0, daysMax)), dice);
  }
}
