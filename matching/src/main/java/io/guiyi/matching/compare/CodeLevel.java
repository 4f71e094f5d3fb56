package io.guiyi.matching.compare;

import io.guiyi.matching.normalize.FileCode;

/** How the numbers of two children's files relate. */
public enum CodeLevel implements ComparisonLevel {
  /** A birth certificate, a child code or a school number is the same. */
  SAME,
  /** They have no kind of number in common. */
  MISSING,
  /** Two school numbers: pupils get new ones. */
  OTHER_SCHOOL_NUMBER,
  /** Two child codes: two children, or one whom two clinics have filed. */
  OTHER_CHILD_CODE,
  /** Two birth certificates: two births, unless one was issued anew. */
  OTHER_BIRTH_CERTIFICATE;

  static CodeLevel apart(FileCode.Kind kind) {
    return switch (kind) {
      case STUDENT_NUMBER -> OTHER_SCHOOL_NUMBER;
      case CHILD_CODE -> OTHER_CHILD_CODE;
      case BIRTH_CERTIFICATE -> OTHER_BIRTH_CERTIFICATE;
    };
  }
}
