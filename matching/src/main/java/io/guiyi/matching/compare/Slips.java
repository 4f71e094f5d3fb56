package io.guiyi.matching.compare;

/** Slips of the pen between two texts. */
final class Slips {
  /** Told for everything further apart than two slips. */
  static final int MANY = 3;

  private Slips() {}

  /**
   * How many slips lie between two texts, at most {@link #MANY}: a wrong character is one, a swap
   * of neighbours is one, and so is a character too many if nothing else differs. Symmetric.
   */
  static int between(String a, String b) {
    if (a.length() == b.length()) {
      return sameLength(a, b);
    }
    String longer = a.length() > b.length() ? a : b;
    String shorter = a.length() > b.length() ? b : a;
    return longer.length() == shorter.length() + 1 && lacksOne(shorter, longer) ? 1 : MANY;
  }

  private static int sameLength(String a, String b) {
    int slips = 0;
    for (int i = 0; i < a.length() && slips < MANY; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        slips++;
        if (swappedAt(a, b, i)) {
          i++;
        }
      }
    }
    return slips;
  }

  private static boolean swappedAt(String a, String b, int i) {
    return i + 1 < a.length() && a.charAt(i) == b.charAt(i + 1) && a.charAt(i + 1) == b.charAt(i);
  }

  private static boolean lacksOne(String shorter, String longer) {
    int same = 0;
    while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
      same++;
    }
    return shorter.regionMatches(same, longer, same + 1, shorter.length() - same);
  }

  /**
   * The Levenshtein distance of two short texts, or {@code limit + 1} if it is greater. Symmetric.
   * Rows of the table are kept two at a time (Wagner and Fischer, 1974).
   */
  static int edits(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      int[] spare = above;
      above = row;
      row = spare;
    }
    return Math.min(above[b.length()], limit + 1);
  }
}
