package io.guiyi.matching.compare;

/** How two employers relate. */
public enum EmployerLevel implements ComparisonLevel {
  /** The same, place and legal form aside. */
  SAME,
  /** One name contains the other. */
  CONTAINED,
  /** At least one side has none. */
  MISSING,
  /** Another one. */
  DIFFERENT
}
