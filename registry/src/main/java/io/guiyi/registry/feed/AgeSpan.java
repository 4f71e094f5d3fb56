package io.guiyi.registry.feed;

import io.guiyi.records.identity.PartialDate;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;

/**
 * The ages a policy is limited to, in completed years, both ends included.
 *
 * @param from the youngest age, 0 to {@link #OLDEST}
 * @param through the oldest age, {@code from} to {@link #OLDEST}
 */
public record AgeSpan(int from, int through) {
  /** The oldest age a policy can name. */
  public static final int OLDEST = 150;

  /** Checks the bounds. */
  public AgeSpan {
    if (from < 0 || through > OLDEST || from > through) {
      throw new IllegalArgumentException(
          "ages %d to %d are no span; give two numbers from 0 to %d, the younger first"
              .formatted(from, through, OLDEST));
    }
  }

  /**
   * Whether somebody of that birth date is certainly within the span on a day. Of a partial date
   * every day it could stand for must lie within: what is not known is not shared.
   *
   * @param on a day in Asia/Shanghai
   */
  public boolean covers(PartialDate birth, LocalDate on) {
    return contains(earliest(birth), on) && contains(latest(birth), on);
  }

  private boolean contains(LocalDate birth, LocalDate on) {
    if (birth.isAfter(on)) {
      return false;
    }
    int age = Period.between(birth, on).getYears();
    return from <= age && age <= through;
  }

  private static LocalDate earliest(PartialDate birth) {
    return birth.whole().orElseGet(() -> LocalDate.of(birth.year(), Math.max(birth.month(), 1), 1));
  }

  private static LocalDate latest(PartialDate birth) {
    return birth
        .whole()
        .orElseGet(() ->
            YearMonth.of(birth.year(), birth.month() == 0 ? 12 : birth.month()).atEndOfMonth());
  }
}
