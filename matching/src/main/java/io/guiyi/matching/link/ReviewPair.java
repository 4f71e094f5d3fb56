package io.guiyi.matching.link;

import java.util.Comparator;

/**
 * A pair of contents that people should look at.
 *
 * @param a the unit that comes first
 * @param b the other
 * @param weight in millionths of a bit
 * @param trigger why
 */
public record ReviewPair(int a, int b, long weight, Trigger trigger) {
  /** The heaviest first. */
  static final Comparator<ReviewPair> HEAVIEST_FIRST =
      Comparator.comparingLong(ReviewPair::weight)
          .reversed()
          .thenComparingInt(ReviewPair::a)
          .thenComparingInt(ReviewPair::b);

  /** Why a pair is shown. */
  public enum Trigger {
    /** Not linked, though the pair alone weighs enough: its clusters as a whole do not. */
    CLUSTERS_APART,
    /** Not linked, because it weighs a little too little. */
    JUST_BELOW,
    /** Linked, two records and no more, by hardly enough. */
    JUST_ABOVE,
    /** Not linked, because a law forbids it. */
    CANNOT_LINK
  }
}
