package io.guiyi.records;

/**
 * Why a text is not the value it should be. The list is closed, so that refusals can be counted.
 */
public enum RefusalReason {
  /** Nothing there, or only blanks. */
  BLANK,
  /** Shorter or longer than the value may be. */
  LENGTH,
  /** A character that has no place in the value. */
  CHARACTER,
  /** The check digit contradicts the digits before it. */
  CHECK_DIGIT,
  /** A calendar date that does not exist or lies outside 1870-2100. */
  DATE,
  /** The first six digits name no province of GB/T 2260. */
  REGION,
  /** A filler such as 000000000000000000, 111111 or 1. */
  FILLER,
  /** Digits replaced by stars: a masked value, not the value. */
  MASKED,
  /** Written by a spreadsheet, such as 3.30282E+17: the last digits are lost. */
  SCIENTIFIC,
  /** An 18-digit child vaccination code, not an ID number. */
  CHILD_CODE,
  /** A school roll number (学籍号), not an ID number. */
  STUDENT_NUMBER,
  /** A code that is in no list we know. */
  UNKNOWN_CODE
}
