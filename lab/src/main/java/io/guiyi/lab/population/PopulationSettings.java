package io.guiyi.lab.population;

import io.guiyi.lab.population.profile.Profile;
import java.time.LocalDate;

/**
 * What an invented city depends on, and nothing else.
 *
 * @param people how many residents, 1 to 10,000,000
 * @param seed any number; the same settings give the same city
 * @param faultScale multiplies every rate of error; 0 gives clean rows, 1 the usual rates, at most
 *     10
 * @param referenceDay the day on which the rows are as they are; nothing happens after it
 * @param profile who lives there, and the usual rates
 */
public record PopulationSettings(
    int people, long seed, double faultScale, LocalDate referenceDay, Profile profile) {

  /** The reference day unless another is asked for. */
  public static final LocalDate USUAL_REFERENCE_DAY = LocalDate.of(2026, 6, 30);

  private static final int PEOPLE_MAX = 10_000_000;
  private static final double FAULT_SCALE_MAX = 10;

  /** Checks the bounds. */
  public PopulationSettings {
    if (people < 1 || people > PEOPLE_MAX) {
      throw new IllegalArgumentException(
          "people %d is outside 1 to %d: choose a size within".formatted(people, PEOPLE_MAX));
    }
    if (!(faultScale >= 0 && faultScale <= FAULT_SCALE_MAX)) {
      throw new IllegalArgumentException(
          "fault scale %s is outside 0 to %s: 1 gives the usual rates"
              .formatted(faultScale, FAULT_SCALE_MAX));
    }
  }

  /** Settings of the usual city on the usual reference day. */
  public PopulationSettings(int people, long seed, double faultScale) {
    this(people, seed, faultScale, USUAL_REFERENCE_DAY, Profile.cixi());
  }

  /** The same city on another day. */
  public PopulationSettings on(LocalDate day) {
    return new PopulationSettings(people, seed, faultScale, day, profile);
  }
}
