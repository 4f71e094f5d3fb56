package io.guiyi.matching.value;

/**
 * A date as somebody wrote it, eight digits long; it need not exist, because a slip of the pen is
 * still evidence.
 *
 * @param year 1 to 9999
 * @param month 1 to 99, 0 if it is not known
 * @param day 1 to 99, 0 if it is not known
 */
record Day(int year, int month, int day) {
  private static final int MONTHS = 12;
  private static final int DIGITS = 8;
  private static final int[] TENS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000,
  };

  boolean isWhole() {
    return month > 0 && day > 0;
  }

  /** The first of January, which forms write when they know the year alone. */
  boolean isDefault() {
    return month == 1 && day == 1;
  }

  /** yyyyMMdd. */
  String digits() {
    return digits(year, 4) + digits(month, 2) + digits(day, 2);
  }

  /** True if one digit differs, or two neighbours have changed places. */
  boolean isOneDigitFrom(Day other) {
    int left = packed();
    int right = other.packed();
    int first = -1;
    int differing = 0;
    for (int place = 0; place < DIGITS; place++) {
      if (left / TENS[place] % 10 != right / TENS[place] % 10) {
        differing++;
        first = first < 0 ? place : first;
      }
    }
    if (differing != 2) {
      return differing == 1;
    }
    return first + 1 < DIGITS
        && left / TENS[first] % 10 == right / TENS[first + 1] % 10
        && left / TENS[first + 1] % 10 == right / TENS[first] % 10;
  }

  private int packed() {
    return (year * 100 + month) * 100 + day;
  }

  boolean isSwapOf(Day other) {
    return year == other.year
        && month == other.day
        && day == other.month
        && month <= MONTHS
        && day <= MONTHS;
  }

  private static String digits(int number, int width) {
    String text = Integer.toString(number);
    return "0".repeat(width - text.length()) + text;
  }

  @Override
  public String toString() {
    return "Day[*]";
  }
}
