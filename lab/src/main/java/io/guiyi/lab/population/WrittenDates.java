package io.guiyi.lab.population;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Dates and numbers as departments write them. By hand, because every row holds a dozen of them and
 * formatters would take most of the time of a whole city.
 */
public final class WrittenDates {

  private WrittenDates() {}

  /** A date as yyyyMMdd. */
  public static String compact(LocalDate date) {
    int number = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    return Integer.toString(number);
  }

  /** A date as yyMMdd. */
  public static String shortest(LocalDate date) {
    return compact(date).substring(2);
  }

  /** A moment as yyyy-MM-dd HH:mm:ss; sorting the text sorts by time. */
  public static String moment(LocalDateTime moment) {
    return moment.toLocalDate()
        + " "
        + padded(moment.getHour(), 2)
        + ":"
        + padded(moment.getMinute(), 2)
        + ":"
        + padded(moment.getSecond(), 2);
  }

  /**
   * A number with zeros in front.
   *
   * @param number not negative
   * @param digits length of the text unless the number is longer
   */
  public static String padded(long number, int digits) {
    String text = Long.toString(number);
    return text.length() < digits ? "0".repeat(digits - text.length()) + text : text;
  }
}
