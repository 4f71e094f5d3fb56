package io.guiyi.lab.drill.malformed;

/** What is done to one field of a good row. */
public enum Mutation {
  /** The field is not there. */
  REMOVED,
  /** A JSON null. */
  NULL,
  /** The empty text. */
  EMPTY,
  /** Nothing but blanks, the wide one included. */
  BLANK,
  /** A JSON number. */
  NUMBER,
  /** A number beyond every number: -1e999. */
  INFINITE,
  /** A JSON true. */
  TRUE,
  /** A JSON object. */
  OBJECT,
  /** A JSON list. */
  LIST,
  /** The field stands twice. */
  TWICE,
  /** The row breaks off inside the field. */
  CUT_OFF,
  /** Lists in lists, deeper than any row is. */
  TOO_DEEP,
  /** A text longer than a whole row may be. */
  HUGE,
  /** A JSON number of a thousand digits. */
  LONG_NUMBER,
  /** Beside the field stands one with a name of two thousand letters. */
  LONG_NAME,
  /** A byte that begins no character of UTF-8. */
  NOT_UTF8,
  /** Half of a character that takes two. */
  HALF_CHARACTER,
  /** A bell inside the text. */
  CONTROL,
  /** A line break inside the text, which is as good as a blank. */
  LINE_BREAK,
  /** One character more than is allowed. */
  TOO_LONG,
  /** As many characters as are allowed, each of them beyond the first 65,536. */
  RARE_FULL,
  /** Letters that are no code, date, number or phone. */
  WORDS,
  /** A negative number as text. */
  NEGATIVE,
  /** Twenty nines. */
  OVERFLOW,
  /** A code that is in no list. */
  UNKNOWN_CODE,
  /** The good value with full-width digits. */
  FULL_WIDTH,
  /** A digit inside a name. */
  DIGITS_INSIDE,
  /** A full-width digit inside a name. */
  FULL_WIDTH_INSIDE,
  /** The good value with five more digits. */
  TOO_MANY_DIGITS,
  /** The good value with another last character. */
  WRONG_CHECK,
  /** A number that a spreadsheet has rounded. */
  SCIENTIFIC,
  /** 31 February, or month 13, written as the good value is. */
  IMPOSSIBLE,
  /** A day written day first. */
  OTHER_FORM,
  /** The good value in 2099. */
  FUTURE,
  /** The good value in 2201. */
  BEYOND,
  /** Day 99,999 of a spreadsheet. */
  SPREADSHEET,
  /** The year alone. */
  YEAR_ONLY,
  /** The good value in 1960. */
  BEFORE_BEGIN,
  /** The number 1.5. */
  FRACTION,
  /** The number 0. */
  ZERO
}
