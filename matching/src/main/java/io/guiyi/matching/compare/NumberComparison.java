package io.guiyi.matching.compare;

import io.guiyi.matching.normalize.NumberClaim;
import io.guiyi.records.identity.IdNumber;
import java.util.List;

/**
 * Compares what number columns hold. All single errors and all swaps of neighbours break the check
 * character, so that two different checked numbers are never one slip apart: they are two persons.
 */
public final class NumberComparison {
  /** A head this long holds region and birth date whole. */
  private static final int HEAD_WITH_BIRTH = 14;

  private static final int TAIL_WITH_SEQUENCE = 3;
  private static final int LEAST_KNOWN_TAIL_AND_HEAD = 5;
  private static final int NUMBER_LENGTH = 18;

  private NumberComparison() {}

  /** The best level that any two numbers of the sides reach; different checked ones if none fit. */
  public static NumberLevel compare(List<NumberClaim> a, List<NumberClaim> b) {
    NumberLevel best = NumberLevel.MISSING;
    boolean apart = false;
    boolean unlike = false;
    for (NumberClaim left : a) {
      for (NumberClaim right : b) {
        NumberLevel level = pair(left, right);
        apart |= level == NumberLevel.DIFFERENT_BOTH_VALID;
        unlike |= level == NumberLevel.UNLIKE;
        if (level.compareTo(best) < 0) {
          best = level;
        }
      }
    }
    if (best == NumberLevel.VALID_SAME) {
      return best;
    }
    if (apart) {
      return NumberLevel.DIFFERENT_BOTH_VALID;
    }
    return best == NumberLevel.MISSING && unlike ? NumberLevel.UNLIKE : best;
  }

  private static NumberLevel pair(NumberClaim a, NumberClaim b) {
    return switch (a) {
      case NumberClaim.Valid left -> valid(left, b);
      case NumberClaim.Doubtful left ->
          switch (b) {
            case NumberClaim.Valid right -> slips(left.text(), right.number().text());
            case NumberClaim.Doubtful right -> slips(left.text(), right.text());
            case NumberClaim.Partial right -> ends(right, left.text());
            case NumberClaim.OtherDocument _ -> NumberLevel.MISSING;
          };
      case NumberClaim.Partial left ->
          switch (b) {
            case NumberClaim.Valid right -> ends(left, right.number().text());
            case NumberClaim.Doubtful right -> ends(left, right.text());
            case NumberClaim.Partial right -> bothPartial(left, right);
            case NumberClaim.OtherDocument _ -> NumberLevel.MISSING;
          };
      case NumberClaim.OtherDocument left ->
          left.equals(b) ? NumberLevel.DOCUMENT_SAME : NumberLevel.MISSING;
    };
  }

  private static NumberLevel valid(NumberClaim.Valid a, NumberClaim b) {
    return switch (b) {
      case NumberClaim.Valid right -> bothValid(a, right);
      case NumberClaim.Doubtful right -> slips(a.number().text(), right.text());
      case NumberClaim.Partial right -> ends(right, a.number().text());
      case NumberClaim.OtherDocument _ -> NumberLevel.MISSING;
    };
  }

  private static NumberLevel bothValid(NumberClaim.Valid a, NumberClaim.Valid b) {
    if (a.number().equals(b.number())) {
      return NumberLevel.VALID_SAME;
    }
    if (!a.isOwn() || !b.isOwn()) {
      // One of them may be somebody else's, of another time or never written whole. Neighbours on
      // the same birthday are one digit apart, so nearness says nothing either.
      return NumberLevel.UNLIKE;
    }
    return sameFamily(a.number().kind(), b.number().kind())
        ? NumberLevel.DIFFERENT_BOTH_VALID
        : NumberLevel.MISSING;
  }

  /** A foreigner keeps both forms of one permit; the numbers share nothing. */
  private static boolean sameFamily(IdNumber.Kind a, IdNumber.Kind b) {
    return a == b || (!isForeign(a) && !isForeign(b)) || isForeign(a) != isForeign(b);
  }

  private static boolean isForeign(IdNumber.Kind kind) {
    return switch (kind) {
      case FOREIGN_PERMANENT, FOREIGN_PERMANENT_OLD -> true;
      case RESIDENT, HMT_RESIDENT -> false;
    };
  }

  private static NumberLevel slips(String a, String b) {
    if (a.equals(b)) {
      return NumberLevel.WRITTEN_SAME;
    }
    return switch (Slips.between(a, b)) {
      case 1 -> NumberLevel.ONE_SLIP;
      case 2 -> NumberLevel.TWO_SLIPS;
      default -> NumberLevel.UNLIKE;
    };
  }

  private static NumberLevel ends(NumberClaim.Partial partial, String whole) {
    boolean fits =
        whole.length() == NUMBER_LENGTH
            && whole.startsWith(partial.head())
            && whole.endsWith(partial.tail());
    return fits ? known(partial.head().length(), partial.tail().length()) : NumberLevel.UNLIKE;
  }

  private static NumberLevel bothPartial(NumberClaim.Partial a, NumberClaim.Partial b) {
    int head = Math.min(a.head().length(), b.head().length());
    int tail = Math.min(a.tail().length(), b.tail().length());
    boolean fits =
        a.head().regionMatches(0, b.head(), 0, head)
            && a.tail()
                .regionMatches(a.tail().length() - tail, b.tail(), b.tail().length() - tail, tail);
    if (!fits) {
      return NumberLevel.UNLIKE;
    }
    return head + tail == 0 ? NumberLevel.MISSING : known(head, tail);
  }

  private static NumberLevel known(int head, int tail) {
    boolean telling =
        head > HEAD_WITH_BIRTH
            || (tail >= TAIL_WITH_SEQUENCE && head + tail >= LEAST_KNOWN_TAIL_AND_HEAD);
    return telling ? NumberLevel.PARTIAL : NumberLevel.FRAGMENT;
  }
}
