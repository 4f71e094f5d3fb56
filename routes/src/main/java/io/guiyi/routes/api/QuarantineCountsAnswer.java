package io.guiyi.routes.api;

import io.guiyi.registry.intake.QuarantineCount;
import io.guiyi.registry.intake.QuarantineDay;
import java.time.LocalDate;
import java.util.List;

/**
 * How many rows are held aside.
 *
 * @param counts by source and reason
 * @param days by source, reason and the day in Asia/Shanghai on which they came; latest first
 */
record QuarantineCountsAnswer(List<StatusAnswer.Held> counts, List<Day> days) {
  /**
   * Rows that came on one day.
   *
   * @param source whose
   * @param reason why
   * @param day when
   * @param rows how many different ones
   */
  record Day(String source, String reason, LocalDate day, long rows) {}

  static QuarantineCountsAnswer of(List<QuarantineCount> counts, List<QuarantineDay> days) {
    return new QuarantineCountsAnswer(
        counts.stream().map(StatusAnswer.Held::of).toList(),
        days.stream()
            .map(day -> new Day(day.source().name(), day.reason().name(), day.day(), day.rows()))
            .toList());
  }
}
