package io.guiyi.matching.compare;

import java.util.List;

/** The questions, in the order in which vectors are written down. */
public enum Comparison {
  /** ID number. */
  NUMBER(NumberLevel.values()),
  /** Name. */
  NAME(NameLevel.values()),
  /** Birth date. */
  BIRTH_DATE(BirthDateLevel.values()),
  /** Sex. */
  SEX(SexLevel.values()),
  /** Phone. */
  PHONE(PhoneLevel.values()),
  /** Address. */
  ADDRESS(AddressLevel.values()),
  /** Employer. */
  EMPLOYER(EmployerLevel.values()),
  /** Numbers of a child's files. */
  CODE(CodeLevel.values()),
  /** Guardians, spouse. */
  KIN(KinLevel.values());

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
  private final List<ComparisonLevel> levels;

  Comparison(ComparisonLevel[] levels) {
    this.levels = List.of(levels);
  }

  /** The possible answers, full agreement first; at most 36. */
  public List<ComparisonLevel> levels() {
    return levels;
  }
}
