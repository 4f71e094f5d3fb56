package io.guiyi.lab.population;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A spell of living somewhere.
 *
 * @param dwelling where
 * @param from first day
 * @param to last day, null while it lasts
 */
public record Residence(Dwelling dwelling, LocalDate from, @Nullable LocalDate to) {

  /** Whether it lasts on this day. */
  public boolean covers(LocalDate day) {
    return !from.isAfter(day) && (to == null || !to.isBefore(day));
  }
}
