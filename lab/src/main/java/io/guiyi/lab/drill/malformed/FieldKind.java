package io.guiyi.lab.drill.malformed;

/** What is agreed of a field: what it is for, and what may stand in it. */
public enum FieldKind {
  /** Names the row over all its versions. */
  KEY,
  /** Says which version is newer. */
  VERSION,
  /** The same as a day of a declared source, where whatever is no day is no version. */
  VERSION_DAY,
  /** Whether the row is in force. */
  PRESENCE,
  /** The running number of the exchange table. */
  ROW_NUMBER,
  /** The name, without which nobody can be identified. */
  NAME,
  /** Another name, of the person or of a relative; what cannot be one is left out. */
  OTHER_NAME,
  /** A text that may be left out. */
  TEXT,
  /** A text of fewer than twenty characters that may be left out. */
  SHORT_TEXT,
  /** A text without which nothing is stated. */
  NEEDED_TEXT,
  /** A document's number, kept as it came. */
  DOCUMENT,
  /** A phone; what cannot be one is left out. */
  PHONE,
  /** A code whose unknown values mean "not known" or "other". */
  LOOSE_CODE,
  /** A code that may be left out but must be in its list. */
  CODE,
  /** A code that must be there, and in its list. */
  NEEDED_CODE,
  /** Types of insurance, each of which must be in its list. */
  INSURANCES,
  /** A date of which the year alone may be known. */
  DATE,
  /** A whole day that may be left out. */
  DAY,
  /** A whole day that must be there. */
  NEEDED_DAY,
  /** The first day of a period of which the last is filled. */
  BEGIN,
  /** The same, and it must be there. */
  NEEDED_BEGIN,
  /** The last day of a period. */
  END,
  /** A local time. */
  TIME,
  /** When a period of which the end is filled began; must be there. */
  NEEDED_BEGIN_TIME,
  /** When a period ended. */
  END_TIME,
  /** A month that may be left out. */
  SCHOOL_MONTH,
  /** The first month of a span of which the last is filled; must be there. */
  NEEDED_BEGIN_MONTH,
  /** The last month of a span. */
  END_MONTH,
  /** A school grade, 1 to 9. */
  GRADE,
  /** A vaccine's code. */
  VACCINE,
  /** A text that a declared check looks at. */
  CHECKED,
  /** Which dose: a JSON number, 1 to 20. */
  DOSE,
  /** A JSON true or false. */
  FLAG,
  /** A list of JSON objects. */
  OBJECTS,
  /** A list of JSON objects that must hold one. */
  NEEDED_OBJECTS,
  /** A JSON object. */
  OBJECT_PART,
  /** A JSON object without which nothing is stated. */
  NEEDED_OBJECT,
  /** A column that is kept as text and said nothing of. */
  CARRIED,
  /** A field that nobody reads. */
  UNREAD
}
