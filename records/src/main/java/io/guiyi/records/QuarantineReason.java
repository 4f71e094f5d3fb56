package io.guiyi.records;

/** Why a row is held aside. The list is closed: each has a remedy in {@code docs/operating.md}. */
public enum QuarantineReason {
  /** The row is not of the agreed form at all (not an object, too few columns). */
  MALFORMED,
  /** Bytes that are not of the agreed character encoding. */
  ENCODING,
  /** No key, or one that is too long to be one. */
  KEY_MISSING,
  /** No update time, or one that cannot be read: versions could not be ordered. */
  VERSION_UNREADABLE,
  /** A field without which nobody can be identified or nothing is stated. */
  FIELD_MISSING,
  /** A field longer than the catalogue allows. */
  FIELD_TOO_LONG,
  /** A date that cannot be read or does not exist. */
  DATE_INVALID,
  /** A period that ends before it starts. */
  PERIOD_INVERTED,
  /** A code that is in no list we know. */
  CODE_UNKNOWN,
  /** A value of the wrong shape (letters in a number, a number out of its range). */
  VALUE_INVALID,
  /** A check that the source's configuration declares does not hold. */
  CHECK_FAILED,
  /** The key stands a second time in one complete delivery. */
  KEY_TWICE,
  /** The row was understood, but storing it failed while its neighbours were stored. */
  APPLY_FAILED
}
