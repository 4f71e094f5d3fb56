package io.guiyi.matching.value;

import java.util.List;

/**
 * One answer about two dates.
 *
 * @param word as the model writes it
 * @param relation how they relate
 * @param limit years apart, where the relation has a limit
 */
record DayRung(String word, Relation relation, int limit) {
  private static final List<String> KNOWN =
      List.of(
          "same",
          "swapped",
          "same-year-one-digit",
          "one-digit",
          "default",
          "same-month-day",
          "same-year-month",
          "same-year",
          "years-apart 1",
          "decade",
          Rung.ELSE);

  private static final int DIGIT = 4;
  private static final int ONE = 0xF;
  private static final int PART = 0xFF;
  private static final int MONTH = 8;
  private static final int YEAR = 16;
  private static final int DECADE = 20;
  private static final int MONTH_AND_DAY = 0xFFFF;
  private static final int NEW_YEAR = 0x0101;
  private static final int LAST_MONTH = 0x12;
  private static final int LOWEST_OF_EACH = 0x1111_1111;
  private static final int NEIGHBOURS = 0x11;

  /** How two dates can relate. */
  enum Relation {
    SAME,
    SWAPPED,
    SAME_YEAR_ONE_DIGIT,
    ONE_DIGIT,
    DEFAULT,
    SAME_MONTH_DAY,
    SAME_YEAR_MONTH,
    SAME_YEAR,
    YEARS_APART,
    DECADE,
    ANY
  }

  static DayRung of(String written) {
    Spec spec = Spec.of(written);
    Relation relation =
        switch (spec.word()) {
          case "same" -> Relation.SAME;
          case "swapped" -> Relation.SWAPPED;
          case "same-year-one-digit" -> Relation.SAME_YEAR_ONE_DIGIT;
          case "one-digit" -> Relation.ONE_DIGIT;
          case "default" -> Relation.DEFAULT;
          case "same-month-day" -> Relation.SAME_MONTH_DAY;
          case "same-year-month" -> Relation.SAME_YEAR_MONTH;
          case "same-year" -> Relation.SAME_YEAR;
          case "years-apart" -> Relation.YEARS_APART;
          case "decade" -> Relation.DECADE;
          case Rung.ELSE -> Relation.ANY;
          default -> throw new ModelWordException(written, "level of a date", KNOWN);
        };
    int limit = relation == Relation.YEARS_APART ? spec.count("level of a date", KNOWN) : 0;
    return new DayRung(written, relation, limit);
  }

  /** True if two dates, as {@link Day#packed} has them, relate so. */
  boolean fits(int a, int b) {
    return switch (relation) {
      case SAME -> a == b;
      case SWAPPED -> isSwap(a, b);
      case SAME_YEAR_ONE_DIGIT -> a >>> YEAR == b >>> YEAR && isOneDigitFrom(a, b);
      case ONE_DIGIT -> isOneDigitFrom(a, b);
      case DEFAULT ->
          a >>> YEAR == b >>> YEAR && (isDefault(a) || isDefault(b) || !isWhole(a) || !isWhole(b));
      case SAME_MONTH_DAY -> isWhole(a) && !isDefault(a) && (a ^ b) << YEAR == 0;
      case SAME_YEAR_MONTH -> a >>> MONTH == b >>> MONTH && (a >>> MONTH & PART) > 0;
      case SAME_YEAR -> a >>> YEAR == b >>> YEAR;
      case YEARS_APART -> Math.abs(year(a) - year(b)) <= limit;
      case DECADE -> a >>> DECADE == b >>> DECADE;
      case ANY -> true;
    };
  }

  private static boolean isWhole(int day) {
    return (day >>> MONTH & PART) > 0 && (day & PART) > 0;
  }

  private static boolean isDefault(int day) {
    return (day & MONTH_AND_DAY) == NEW_YEAR;
  }

  private static boolean isSwap(int a, int b) {
    int month = a >>> MONTH & PART;
    int day = a & PART;
    return a >>> YEAR == b >>> YEAR
        && month == (b & PART)
        && day == (b >>> MONTH & PART)
        && month <= LAST_MONTH
        && day <= LAST_MONTH;
  }

  /** True if one digit differs, or two neighbours have changed places. */
  static boolean isOneDigitFrom(int a, int b) {
    int differing = a ^ b;
    int digits = (differing | differing >>> 1 | differing >>> 2 | differing >>> 3) & LOWEST_OF_EACH;
    int count = Integer.bitCount(digits);
    if (count != 2) {
      return count == 1;
    }
    int first = Integer.numberOfTrailingZeros(digits);
    int second = first + DIGIT;
    return digits >>> first == NEIGHBOURS
        && (a >>> first & ONE) == (b >>> second & ONE)
        && (a >>> second & ONE) == (b >>> first & ONE);
  }

  private static int year(int day) {
    int year = day >>> YEAR;
    return (year >>> 12) * 1_000
        + (year >>> 8 & ONE) * 100
        + (year >>> 4 & ONE) * 10
        + (year & ONE);
  }
}
