package io.guiyi.matching.compare;

import io.guiyi.matching.normalize.Profile;
import io.guiyi.records.identity.PartialDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Compares birth dates, those in the numbers too. */
public final class BirthDateComparison {
  /** A lunar date trails the solar one by this many days, leap months included. */
  private static final int LUNAR_DAYS_LEAST = 15;

  private static final int LUNAR_DAYS_MOST = 55;

  private BirthDateComparison() {}

  /** Compares; if {@code inNumber}, agreement has already been counted with the number. */
  static BirthDateLevel compare(Profile a, Profile b, boolean inNumber) {
    if (inNumber) {
      return dates(a.birthDate(), b.birthDate()) == BirthDateLevel.DIFFERENT
          ? BirthDateLevel.DIFFERENT
          : BirthDateLevel.IN_NUMBER;
    }
    return compare(a.birthDate(), a.numberBirthDate(), b.birthDate(), b.numberBirthDate());
  }

  /** The best that the dates in row and number of one side and the other reach. */
  public static BirthDateLevel compare(
      @Nullable PartialDate a,
      @Nullable PartialDate inNumberOfA,
      @Nullable PartialDate b,
      @Nullable PartialDate inNumberOfB) {
    BirthDateLevel level = dates(a, b);
    level = better(level, dates(inNumberOfA, b));
    level = better(level, dates(a, inNumberOfB));
    return better(level, dates(inNumberOfA, inNumberOfB));
  }

  /** Missing is no answer, so that any other is better. */
  private static BirthDateLevel better(BirthDateLevel a, BirthDateLevel b) {
    if (a == BirthDateLevel.MISSING) {
      return b;
    }
    return b == BirthDateLevel.MISSING || a.compareTo(b) < 0 ? a : b;
  }

  private static BirthDateLevel dates(@Nullable PartialDate a, @Nullable PartialDate b) {
    if (a == null || b == null) {
      return BirthDateLevel.MISSING;
    }
    if (!a.isWhole() || !b.isWhole()) {
      return partial(a, b);
    }
    if (a.equals(b)) {
      return BirthDateLevel.EXACT;
    }
    if (a.year() == b.year() && a.month() == b.day() && a.day() == b.month()) {
      return BirthDateLevel.SWAPPED;
    }
    if (oneOff(a, b)) {
      return BirthDateLevel.ONE_OFF;
    }
    if (a.year() == b.year() && (isNewYear(a) || isNewYear(b))) {
      return BirthDateLevel.YEAR_ONLY;
    }
    return lunar(a, b) ? BirthDateLevel.LUNAR : BirthDateLevel.DIFFERENT;
  }

  private static BirthDateLevel partial(PartialDate a, PartialDate b) {
    boolean monthsAgree = a.month() == 0 || b.month() == 0 || a.month() == b.month();
    return a.year() == b.year() && monthsAgree
        ? BirthDateLevel.YEAR_ONLY
        : BirthDateLevel.DIFFERENT;
  }

  private static boolean oneOff(PartialDate a, PartialDate b) {
    boolean year = a.year() == b.year();
    boolean month = a.month() == b.month();
    boolean day = a.day() == b.day();
    return (year && month)
        || (year && day)
        || (month && day && (Math.abs(a.year() - b.year()) == 1 || oneDigit(a.year(), b.year())));
  }

  private static boolean oneDigit(int a, int b) {
    return Slips.between(Integer.toString(a), Integer.toString(b)) == 1;
  }

  private static boolean isNewYear(PartialDate date) {
    return date.month() == 1 && date.day() == 1;
  }

  private static boolean lunar(PartialDate a, PartialDate b) {
    long days =
        Math.abs(
            ChronoUnit.DAYS.between(
                LocalDate.of(a.year(), a.month(), a.day()),
                LocalDate.of(b.year(), b.month(), b.day())));
    return days >= LUNAR_DAYS_LEAST && days <= LUNAR_DAYS_MOST;
  }
}
