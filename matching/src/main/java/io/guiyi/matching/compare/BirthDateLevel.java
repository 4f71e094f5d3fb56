package io.guiyi.matching.compare;

/** How two birth dates relate. */
public enum BirthDateLevel implements ComparisonLevel {
  /** The same day. */
  EXACT,
  /** The ID numbers agree and contain it; it is counted there. */
  IN_NUMBER,
  /** Day and month swapped. */
  SWAPPED,
  /** One of year, month and day differs, the year by one at most or in one digit. */
  ONE_OFF,
  /** The same year; one side knows no more, or writes 1 January for want of it. */
  YEAR_ONLY,
  /** 15 to 55 days apart, as a date in the lunar calendar is. */
  LUNAR,
  /** At least one side has no birth date. */
  MISSING,
  /** Another date. */
  DIFFERENT
}
