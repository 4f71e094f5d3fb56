package io.guiyi.matching.candidates;

/**
 * A cheap thing that two records of one person share.
 *
 * @param coarse the key
 * @param fine the same with one more field, asked if the coarse one holds too many; empty if there
 *     is none
 * @param most how many members it may hold
 */
record BlockingKey(String coarse, String fine, int most) {
  /** The most members that one key of names, dates and contacts may hold. */
  static final int MOST = 64;

  /** The most members that one number may hold; a busy person has that many rows. */
  static final int MOST_OF_NUMBER = 256;

  /** A key without a finer form. */
  static BlockingKey of(String coarse) {
    return new BlockingKey(coarse, "", MOST);
  }

  /** A key that {@code more} refines. */
  static BlockingKey refined(String coarse, String more) {
    return new BlockingKey(coarse, coarse + "|" + more, MOST);
  }

  /** A number. */
  static BlockingKey number(String coarse) {
    return new BlockingKey(coarse, "", MOST_OF_NUMBER);
  }

  @Override
  public String toString() {
    return "BlockingKey[*]";
  }
}
