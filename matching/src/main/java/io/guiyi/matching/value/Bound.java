package io.guiyi.matching.value;

/**
 * What the signatures of two terms must allow before the terms themselves are looked at. Data and
 * not code, so that a walk down a ladder branches where it could be called.
 *
 * @param measure by which the terms will be compared
 * @param limit the least likeness, or the most edits
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
    EDITS
  }

  /** False if terms with these signatures certainly do not fit. */
  boolean allows(long a, long b) {
    return switch (measure) {
      case ANY -> true;
      case EQUALITY -> a == b;
      case WINKLER -> Signature.mayReachWinkler(a, b, limit);
      case JARO -> Signature.mayReachJaro(a, b, limit);
      case EDITS -> Signature.mayBeWithin(a, b, (int) limit);
    };
  }
}
