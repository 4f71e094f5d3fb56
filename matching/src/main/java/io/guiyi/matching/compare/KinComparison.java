package io.guiyi.matching.compare;

import io.guiyi.matching.normalize.Kin;
import java.util.List;

/** Compares the people whom two rows name beside their own person. */
public final class KinComparison {
  private KinComparison() {}

  /** The best level that any two of them reach. */
  public static KinLevel compare(List<Kin> a, List<Kin> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return KinLevel.MISSING;
    }
    KinLevel best = KinLevel.DIFFERENT;
    for (Kin left : a) {
      for (Kin right : b) {
        KinLevel level = pair(left, right);
        best = level.compareTo(best) < 0 ? level : best;
      }
    }
    return best;
  }

  private static KinLevel pair(Kin a, Kin b) {
    if (!a.number().isEmpty() && !b.number().isEmpty()) {
      // Two grandmothers may share a name; their numbers tell.
      return a.number().equals(b.number()) ? KinLevel.SAME_NUMBER : KinLevel.DIFFERENT;
    }
    if (a.letters().isEmpty() || b.letters().isEmpty()) {
      return KinLevel.MISSING;
    }
    if (!a.letters().equals(b.letters())) {
      return KinLevel.DIFFERENT;
    }
    boolean phone = !a.phone().isEmpty() && a.phone().equals(b.phone());
    return phone ? KinLevel.SAME_NAME_AND_PHONE : KinLevel.SAME_NAME;
  }
}
