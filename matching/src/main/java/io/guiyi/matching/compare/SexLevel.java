package io.guiyi.matching.compare;

/** How two statements of sex relate. */
public enum SexLevel implements ComparisonLevel {
  /** The same. */
  SAME,
  /** The ID numbers agree and contain it; it is counted there. */
  IN_NUMBER,
  /** At least one side does not say. */
  MISSING,
  /** Not the same. */
  DIFFERENT
}
