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
