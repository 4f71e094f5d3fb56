package io.guiyi.matching.value;

/**
 * What the {@link Outline}s of two values must allow before the values themselves are looked at.
 * Data and not code, so that a walk down a ladder branches where it could be called.
 *
 * @param measure by which the terms will be compared
 * @param limit the least likeness, the most edits, or how many characters
 */
record Bound(Measure measure, double limit) {
  /** Nothing can be ruled out. */
  static final Bound NONE = new Bound(Measure.ANY, 0);

  /** Equal terms have equal signatures. */
  static final Bound EQUAL = new Bound(Measure.EQUALITY, 0);

  /** By what terms are compared. */
  enum Measure {
    ANY,
    EQUALITY,
    WINKLER,
    JARO,
    EDITS,
    CONTAINS,
    PREFIX,
    ALL_BUT,
    FIRST_WORD,
    AMONG,
    SWAPPED
  }

  /** False if values with these outlines certainly do not fit. */
  boolean allows(long[] outlines, int a, int b) {
    return switch (measure) {
      case ANY -> true;
      case EQUALITY -> outlines[a] == outlines[b];
      case WINKLER -> Signature.mayReachWinkler(outlines[a], outlines[b], limit);
      case JARO -> Signature.mayReachJaro(outlines[a], outlines[b], limit);
      case EDITS -> Signature.mayBeWithin(outlines[a], outlines[b], (int) limit);
      case CONTAINS -> Signature.mayContain(outlines[a], outlines[b]);
      case PREFIX -> Outline.mayShare(outlines, a, b, (int) limit);
      case ALL_BUT -> Outline.mayDifferInTail(outlines, a, b, (int) limit);
      case FIRST_WORD -> Outline.mayShareFirstWord(outlines, a, b);
      case AMONG -> Outline.mayBeAmong(outlines, a, b);
      case SWAPPED -> Outline.mayBeSwapped(outlines, a, b);
    };
  }
}
