package io.guiyi.matching.compare;

/** How the families that two rows name relate. */
public enum KinLevel implements ComparisonLevel {
  /** They name a person with the same ID number. */
  SAME_NUMBER,
  /** They name a person with the same name and phone. */
  SAME_NAME_AND_PHONE,
  /** They name a person with the same name. */
  SAME_NAME,
  /** At least one side names nobody. */
  MISSING,
  /** Nobody in common; one row may name the father, the other the mother. */
  DIFFERENT;

  /** True if both may name the same person. */
  public boolean isSame() {
    return compareTo(SAME_NAME) <= 0;
  }
}
