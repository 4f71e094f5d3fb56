package io.guiyi.matching.value;

import java.util.Arrays;

/** How alike two texts are, by the measures that record linkage knows. Symmetric. */
public final class Likeness {
  private static final double WINKLER_BOOST = 0.1;
  private static final int WINKLER_PREFIX = 4;
  private static final int LONGEST = 64;

  private Likeness() {}

  /**
   * The Jaro-Winkler similarity, 0 to 1, of at most the first 64 characters (Winkler 1990: common
   * prefixes of up to four characters count more).
   */
  public static double jaroWinkler(String a, String b) {
    double jaro = jaro(a, b);
    int prefix = 0;
    int most = Math.min(WINKLER_PREFIX, Math.min(a.length(), b.length()));
    while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    return jaro + prefix * WINKLER_BOOST * (1 - jaro);
  }

  /** The Jaro similarity, 0 to 1, of at most the first 64 characters (Jaro 1989). */
  public static double jaro(String a, String b) {
    int lengthA = Math.min(LONGEST, a.length());
    int lengthB = Math.min(LONGEST, b.length());
    if (lengthA == 0 || lengthB == 0) {
      return lengthA == lengthB ? 1 : 0;
    }
    int window = Math.max(0, Math.max(lengthA, lengthB) / 2 - 1);
    long matchedA = 0;
    long matchedB = 0;
    int matches = 0;
    for (int i = 0; i < lengthA; i++) {
      char wanted = a.charAt(i);
      int end = Math.min(lengthB, i + window + 1);
      for (int j = Math.max(0, i - window); j < end; j++) {
        if ((matchedB & 1L << j) == 0 && b.charAt(j) == wanted) {
          matchedA |= 1L << i;
          matchedB |= 1L << j;
          matches++;
          break;
        }
      }
    }
    if (matches == 0) {
      return 0;
    }
    int outOfOrder = outOfOrder(a, matchedA, b, matchedB);
    double common = matches;
    return (common / lengthA + common / lengthB + (common - outOfOrder / 2.0) / common) / 3;
  }

  private static int outOfOrder(String a, long matchedA, String b, long matchedB) {
    int outOfOrder = 0;
    long left = matchedA;
    long right = matchedB;
    while (left != 0 && right != 0) {
      if (a.charAt(Long.numberOfTrailingZeros(left))
          != b.charAt(Long.numberOfTrailingZeros(right))) {
        outOfOrder++;
      }
      left &= left - 1;
      right &= right - 1;
    }
    return outOfOrder;
  }

  /**
   * True if {@code a} becomes {@code b} by at most {@code limit} insertions, deletions,
   * substitutions and swaps of neighbours, none of them touching a place twice (optimal string
   * alignment, Damerau 1964).
   */
  public static boolean within(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return false;
    }
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    Arrays.setAll(last, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        row[j] = cell(a, b, i, j, before, last, row);
        least = Math.min(least, row[j]);
      }
      if (least > limit) {
        return false;
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[b.length()] <= limit;
  }

  private static int cell(String a, String b, int i, int j, int[] before, int[] last, int[] row) {
    boolean equal = a.charAt(i - 1) == b.charAt(j - 1);
    int cost = Math.min(last[j - 1] + (equal ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(cost, before[j - 2] + 1) : cost;
  }
}
