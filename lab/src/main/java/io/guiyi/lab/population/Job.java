package io.guiyi.lab.population;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A spell of work at one employer.
 *
 * @param employer employer
 * @param from first day
 * @param to last day, null while it lasts
 * @param reported whether the employer reports it to the labour department at all
 * @param contract the written contract, null if there is none
 * @param insurance social insurance, null if none is paid
 */
public record Job(
    Employer employer,
    LocalDate from,
    @Nullable LocalDate to,
    boolean reported,
    @Nullable Contract contract,
    @Nullable Insurance insurance) {

  /** Whether it lasts on this day. */
  public boolean covers(LocalDate day) {
    return !from.isAfter(day) && (to == null || !to.isBefore(day));
  }

  /**
   * A labour contract.
   *
   * @param from first day
   * @param to last day
   */
  public record Contract(LocalDate from, LocalDate to) {}

  /**
   * Insurance paid in an unbroken run of months.
   *
   * @param types codes of AAE140
   * @param from first month
   * @param to last month, null while it is paid
   */
  public record Insurance(List<String> types, YearMonth from, @Nullable YearMonth to) {}
}
