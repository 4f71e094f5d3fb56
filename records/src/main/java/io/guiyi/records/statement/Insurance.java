package io.guiyi.records.statement;

import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * 社会保险: months paid without a gap.
 *
 * @param types insurance types (AAE140: 110 pension, 210 unemployment, 310 medical, 410 work
 *     injury, 510 maternity)
 * @param firstMonth the first month paid for
 * @param lastMonth the last month paid for; null while payment goes on
 * @param employer who pays, if given
 */
public record Insurance(
    SortedSet<String> types,
    YearMonth firstMonth,
    @Nullable YearMonth lastMonth,
    @Nullable Employer employer)
    implements Statement {
  /** Copies the set and checks the order of the months. */
  public Insurance {
    types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
    if (lastMonth != null && lastMonth.isBefore(firstMonth)) {
      throw new IllegalArgumentException(
          "insurance must not end (%s) before it starts (%s)".formatted(lastMonth, firstMonth));
    }
  }

  @Override
  public Period period() {
    return new Period(firstMonth.atDay(1), lastMonth == null ? null : lastMonth.atEndOfMonth());
  }

  @Override
  public String code() {
    return String.join(",", types);
  }
}
