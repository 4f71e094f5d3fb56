package io.guiyi.records.identity;

import io.guiyi.records.Parsed;
import io.guiyi.records.RefusalReason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date of which only the year, or the year and month, may be known.
 *
 * @param year 1870 to 2100
 * @param month 1 to 12, or 0 if unknown
 * @param day 1 to 31, or 0 if unknown
 */
public record PartialDate(int year, int month, int day) implements Comparable<PartialDate> {
  private static final int FIRST_YEAR = 1870;
  private static final int LAST_YEAR = 2100;
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})?(\\d{2})?");
  private static final Pattern SEPARATED =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})?日?)?");
  private static final Comparator<PartialDate> ORDER =
      Comparator.comparingInt(PartialDate::year)
          .thenComparingInt(PartialDate::month)
          .thenComparingInt(PartialDate::day);

  /** Checks that the parts form a date that can exist. */
  public PartialDate {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new DateTimeException("a year must lie in %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
    }
    if (month < 0 || month > 12 || (month == 0 && day != 0)) {
      throw new DateTimeException("a month must be 1 to 12, or 0 with an unknown day");
    }
    if (day != 0) {
      LocalDate.of(year, month, day);
    }
  }

  /** A whole date. */
  public static PartialDate of(LocalDate date) {
    return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /** Reads yyyyMMdd, yyyyMM, yyyy, and the same with - / . or 年月日 between. */
  public static Parsed<PartialDate> parse(String text) {
    String date = text.strip();
    if (date.isEmpty()) {
      return Parsed.refused(RefusalReason.BLANK, "no date");
    }
    int usual = usual(date);
    if (usual >= 0) {
      return checked(usual / 10_000, usual / 100 % 100, usual % 100);
    }
    Matcher parts = COMPACT.matcher(date);
    if (!parts.matches()) {
      parts = SEPARATED.matcher(date);
      if (!parts.matches()) {
        return Parsed.refused(
            RefusalReason.DATE, "a date must be written yyyyMMdd, yyyy-MM-dd or yyyy年M月d日");
      }
    }
    return checked(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
  }

  /** The digits of yyyyMMdd or yyyy-MM-dd, as most dates are written; -1 for anything else. */
  private static int usual(String date) {
    boolean dashed = date.length() == 10 && date.charAt(4) == '-' && date.charAt(7) == '-';
    if (!dashed && date.length() != 8) {
      return -1;
    }
    int digits = 0;
    for (int i = 0; i < date.length(); i++) {
      int digit = date.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) {
        digits = 10 * digits + digit;
      } else if (!dashed || (i != 4 && i != 7)) {
        return -1;
      }
    }
    return digits;
  }

  private static Parsed<PartialDate> checked(int year, int month, int day) {
    try {
      return Parsed.ok(new PartialDate(year, month, day));
    } catch (DateTimeException e) {
      return Parsed.refused(
          RefusalReason.DATE, "no such day in the calendar, or a year outside 1870 to 2100");
    }
  }

  /** The day, if all three parts are known. */
  public Optional<LocalDate> whole() {
    return day == 0 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
  }

  /** True if all three parts are known. */
  public boolean isWhole() {
    return day != 0;
  }

  /** ISO 8601, cut where the date is unknown: {@code 1990-03-07}, {@code 1990-03}, {@code 1990}. */
  public String iso() {
    if (month == 0) {
      return "%04d".formatted(year);
    }
    return day == 0
        ? "%04d-%02d".formatted(year, month)
        : "%04d-%02d-%02d".formatted(year, month, day);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  @Override
  public int compareTo(PartialDate other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "%04d-**-**".formatted(year);
  }
}
