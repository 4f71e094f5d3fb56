package io.guiyi.matching.compare;

/** How the phones of two rows relate. */
public enum PhoneLevel implements ComparisonLevel {
  /** At least one phone in common. */
  SAME,
  /** At least one side has none. */
  MISSING,
  /** None in common. */
  DIFFERENT
}
