package io.guiyi.matching.value;

/**
 * What tells without a look at two texts that they cannot be alike: the {@link Signature}, the
 * first characters, and for names which words stand around the text that is asked about.
 */
final class Outline {
  /** The longs of a text alone, and of a text among words. */
  static final int TEXT = 2;

  static final int AMONG_WORDS = 3;

  private static final int HEAD = 1;
  private static final int WORDS = 2;
  private static final int HEAD_LENGTH = 3;
  private static final long HASH = Long.SIZE - 1;

  private Outline() {}

  /** Writes the outline of a text. */
  static void write(String text, long[] target, int at) {
    target[at] = Signature.of(text);
    long head = 0;
    for (int i = 0; i < HEAD_LENGTH; i++) {
      head = head << Character.SIZE | (i < text.length() ? text.charAt(i) : 0);
    }
    target[at + HEAD] = head << Character.SIZE | text.hashCode() & HASH;
  }

  /** Writes which words stand around the text: a bit for each by its hash. */
  static void writeWords(long words, long[] target, int at) {
    target[at + WORDS] = words;
  }

  private static int character(long[] outlines, int at, int place) {
    return (char) (outlines[at + HEAD] >>> Long.SIZE - (place + 1) * Character.SIZE);
  }

  /** True unless the texts are certain not to begin with the same {@code length} characters. */
  static boolean mayShare(long[] outlines, int a, int b, int length) {
    if (Signature.length(outlines[a]) < length || Signature.length(outlines[b]) < length) {
      return false;
    }
    int seen = Math.min(length, HEAD_LENGTH);
    return (outlines[a + HEAD] ^ outlines[b + HEAD]) >>> Long.SIZE - seen * Character.SIZE == 0;
  }

  /** True unless the texts are certain to differ in more than their last characters. */
  static boolean mayDifferInTail(long[] outlines, int a, int b, int tail) {
    int length = Signature.length(outlines[a]);
    return length == Signature.length(outlines[b])
        && length > tail
        && mayShare(outlines, a, b, length - tail);
  }

  /** True unless the first words are certain to differ. */
  static boolean mayShareFirstWord(long[] outlines, int a, int b) {
    for (int place = 0; place < HEAD_LENGTH; place++) {
      int left = character(outlines, a, place);
      int right = character(outlines, b, place);
      boolean leftEnds = left == 0 || left == ' ';
      boolean rightEnds = right == 0 || right == ' ';
      if (leftEnds || rightEnds) {
        return leftEnds && rightEnds;
      }
      if (left != right) {
        return false;
      }
    }
    return true;
  }

  /** True unless it is certain that neither text stands among the other's words. */
  static boolean mayBeAmong(long[] outlines, int a, int b) {
    return isAmong(outlines, a, b) || isAmong(outlines, b, a);
  }

  /** True unless it is certain that one of the texts does not stand among the other's words. */
  static boolean mayBeSwapped(long[] outlines, int a, int b) {
    return isAmong(outlines, a, b) && isAmong(outlines, b, a);
  }

  private static boolean isAmong(long[] outlines, int text, int words) {
    return (outlines[words + WORDS] & 1L << (outlines[text + HEAD] & HASH)) != 0;
  }
}
