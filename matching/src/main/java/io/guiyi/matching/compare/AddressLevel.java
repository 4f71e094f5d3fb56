package io.guiyi.matching.compare;

/** How two addresses relate. */
public enum AddressLevel implements ComparisonLevel {
  /** The same room of the same house. */
  SAME_ROOM,
  /** The same house. */
  SAME_HOUSE,
  /** The same village. */
  SAME_VILLAGE,
  /** The same town. */
  SAME_TOWN,
  /** At least one side has none. */
  MISSING,
  /** Elsewhere. */
  DIFFERENT
}
