package io.guiyi.matching.normalize;

import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.Sex;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose a number is, as far as the row that carries it can tell. */
final class Titles {
  /** A year further apart than this is no slip of the pen. */
  private static final int YEARS_OF_A_SLIP = 1;

  /** Parents are further apart from their children than this, and slips of the pen are not. */
  private static final int YEARS_TO_ANOTHER_PERSON = 10;

  private Titles() {}

  /**
   * True if the row's birth date and the number's are more than ten years apart. Where no check
   * character vouches for the number, one wrong digit of its year is a slip however far it leads.
   */
  static boolean isSomebodyElses(NumberClaim number, @Nullable PartialDate stated) {
    int year = number.birthYear();
    if (stated == null || year == 0 || Math.abs(stated.year() - year) <= YEARS_TO_ANOTHER_PERSON) {
      return false;
    }
    return number instanceof NumberClaim.Valid || digitsApart(stated.year(), year) > 1;
  }

  private static int digitsApart(int a, int b) {
    int apart = 0;
    for (int left = a, right = b; left + right > 0; left /= 10, right /= 10) {
      apart += left % 10 == right % 10 ? 0 : 1;
    }
    return apart;
  }

  /**
   * The title to the row's first valid number. Years apart, or another date and another sex, are
   * somebody else's. A date that differs a little is a slip, and a lone wrong sex is one too.
   */
  static NumberTitle of(@Nullable PartialDate stated, Sex sex, Optional<IdNumber> valid) {
    Optional<PartialDate> inNumber = valid.flatMap(IdNumber::birthDate).map(PartialDate::of);
    if (stated == null || inNumber.isEmpty()) {
      return NumberTitle.UNCONFIRMED;
    }
    boolean otherSex =
        sex.isStated() && valid.flatMap(IdNumber::sex).filter(s -> s != sex).isPresent();
    boolean otherDate = stated.isWhole() && !stated.equals(inNumber.get());
    boolean otherYear = Math.abs(stated.year() - inNumber.get().year()) > YEARS_OF_A_SLIP;
    if (otherYear || (otherSex && otherDate)) {
      return NumberTitle.CONTESTED;
    }
    return stated.isWhole() && !otherDate && !otherSex
        ? NumberTitle.CONFIRMED
        : NumberTitle.UNCONFIRMED;
  }
}
