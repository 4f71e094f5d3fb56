package io.guiyi.matching.compare;

/** How the ID numbers of two rows relate. */
public enum NumberLevel implements ComparisonLevel {
  /** The same valid number. */
  VALID_SAME,
  /** The same number of another document: passport, travel permit, school number. */
  DOCUMENT_SAME,
  /** The same text, though it is no valid number. */
  WRITTEN_SAME,
  /**
   * One character wrong, missing or too many, or two neighbours swapped; one side is not checked.
   */
  ONE_SLIP,
  /** Two characters wrong; one side is not checked. */
  TWO_SLIPS,
  /** Known ends fit, the sequence at the end among them, or the first 14 and more. */
  PARTIAL,
  /** Known ends fit, but they are little more than region or birth date. */
  FRAGMENT,
  /** At least one side has no number. */
  MISSING,
  /** They do not fit, but at least one of them cannot be relied on. */
  UNLIKE,
  /** Two different numbers, each with a right check character: two persons. */
  DIFFERENT_BOTH_VALID;

  /** True if this level speaks for one person with more than region and birth date. */
  public boolean isClose() {
    return compareTo(PARTIAL) <= 0;
  }

  /** True if birth date and sex agree already because the numbers do. */
  public boolean containsBirth() {
    return switch (this) {
      case VALID_SAME, WRITTEN_SAME, ONE_SLIP, TWO_SLIPS -> true;
      case DOCUMENT_SAME, PARTIAL, FRAGMENT, MISSING, UNLIKE, DIFFERENT_BOTH_VALID -> false;
    };
  }
}
