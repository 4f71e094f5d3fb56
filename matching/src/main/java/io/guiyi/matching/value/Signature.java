package io.guiyi.matching.value;

/**
 * Which characters a text has and how long it is, in one long: enough to see without looking at two
 * texts that they cannot be alike. The upper eight bits hold the length, at most 255; each
 * character sets one of the lower 56, letters and digits one of their own. 0 stands for no text.
 */
public final class Signature {
  private static final int LENGTH_SHIFT = 56;
  private static final long CHARACTERS = (1L << LENGTH_SHIFT) - 1;
  private static final int LONGEST = 255;
  private static final int LETTERS = 26;
  private static final int OWN = 36;
  private static final int SHARED = 20;

  /** Jaro looks at no more characters than this. */
  private static final int LONGEST_JARO = 64;

  private static final double HIGHEST_WINKLER_BOOST = 0.4;

  private Signature() {}

  /** The signature of a text. */
  public static long of(String text) {
    long characters = 0;
    for (int i = 0; i < text.length(); i++) {
      characters |= 1L << place(text.charAt(i));
    }
    return (long) Math.min(LONGEST, text.length()) << LENGTH_SHIFT | characters;
  }

  private static int place(char character) {
    if (character >= 'a' && character <= 'z') {
      return character - 'a';
    }
    if (character >= '0' && character <= '9') {
      return LETTERS + character - '0';
    }
    return OWN + character % SHARED;
  }

  /** How long the text is; 255 if it is longer. */
  static int length(long signature) {
    return (int) (signature >>> LENGTH_SHIFT);
  }

  /** Characters of the one that the other lacks: at least so many find no partner. */
  private static int lonely(long a, long b) {
    return Long.bitCount(a & ~b & CHARACTERS);
  }

  /** True unless the Jaro-Winkler similarity is certain to be less than {@code least}. */
  static boolean mayReachWinkler(long a, long b, double least) {
    double jaro = highestJaro(a, b);
    return jaro + HIGHEST_WINKLER_BOOST * (1 - jaro) >= least;
  }

  /** True unless the Jaro similarity is certain to be less than {@code least}. */
  static boolean mayReachJaro(long a, long b, double least) {
    return highestJaro(a, b) >= least;
  }

  private static double highestJaro(long a, long b) {
    int left = length(a);
    int right = length(b);
    if (left > LONGEST_JARO || right > LONGEST_JARO) {
      return 1;
    }
    double common = Math.min(left - lonely(a, b), right - lonely(b, a));
    return common <= 0 ? 0 : (common / left + common / right + 1) / 3;
  }

  /** True unless it is certain that neither text holds the other. */
  static boolean mayContain(long a, long b) {
    return lonely(a, b) == 0 || lonely(b, a) == 0;
  }

  /** True unless the texts are certain to be more than {@code limit} edits apart. */
  static boolean mayBeWithin(long a, long b, int limit) {
    return lonely(a, b) <= limit
        && lonely(b, a) <= limit
        && (Math.abs(length(a) - length(b)) <= limit
            || length(a) == LONGEST
            || length(b) == LONGEST);
  }
}
