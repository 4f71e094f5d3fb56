package io.guiyi.matching.normalize;

/**
 * One place of a name: a Han character in its simplified form with its reading, or a wildcard.
 *
 * @param folded the simplified character's code point, or {@link #UNKNOWN}
 * @param syllable the reading without tone, such as {@code zhang}; empty if it is not known
 * @param tone 1 to 4, 5 for the neutral one, 0 if it is not known
 */
public record NameCharacter(int folded, String syllable, int tone) {
  /** Stands where a character was lost. */
  public static final int UNKNOWN = '?';

  /** A lost character of which nothing is known. */
  static final NameCharacter LOST = new NameCharacter(UNKNOWN, "", 0);

  /** True if the character itself was lost, even if its reading is known. */
  public boolean isWildcard() {
    return folded == UNKNOWN;
  }

  @Override
  public String toString() {
    return "*";
  }
}
