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

  /** The eight digits, four bits each, the year's first. */
  int packed() {
    return fourBits(year) << 16 | fourBits(month) << 8 | fourBits(day);
  }

  private static int fourBits(int number) {
    return number / 1_000 % 10 << 12 | number / 100 % 10 << 8 | number / 10 % 10 << 4 | number % 10;
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
