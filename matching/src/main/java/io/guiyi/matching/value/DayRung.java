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

  boolean fits(Day a, Day b) {
    return switch (relation) {
      case SAME -> a.equals(b);
      case SWAPPED -> a.isSwapOf(b);
      case SAME_YEAR_ONE_DIGIT -> a.year() == b.year() && a.isOneDigitFrom(b);
      case ONE_DIGIT -> a.isOneDigitFrom(b);
      case DEFAULT ->
          a.year() == b.year() && (a.isDefault() || b.isDefault() || !a.isWhole() || !b.isWhole());
      case SAME_MONTH_DAY ->
          a.isWhole() && !a.isDefault() && a.month() == b.month() && a.day() == b.day();
      case SAME_YEAR_MONTH -> a.year() == b.year() && a.month() == b.month() && a.month() > 0;
      case SAME_YEAR -> a.year() == b.year();
      case YEARS_APART -> Math.abs(a.year() - b.year()) <= limit;
      case DECADE -> a.year() / 10 == b.year() / 10;
      case ANY -> true;
    };
  }
}
