package io.guiyi.matching.normalize;

/**
 * How good a row's claim to its own ID number is. A number contains birth date and sex; a row that
 * states both itself either confirms the number as its person's or shows that it is borrowed.
 */
public enum NumberTitle {
  /** The row states the very birth date that the number contains, and no other sex. */
  CONFIRMED,
  /** The row states no birth date, or one that a slip of the pen may have changed. */
  UNCONFIRMED,
  /** Birth date and sex, or the birth year, are somebody else's: the number is borrowed. */
  CONTESTED
}
