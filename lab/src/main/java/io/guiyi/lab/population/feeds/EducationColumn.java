package io.guiyi.lab.population.feeds;

/** The columns of the school roll, in the order of the sheet; titles are the names. */
public enum EducationColumn implements Column {
  /** Student number, the key: G and an ID number, or J or L and 18 other characters. */
  XJH,
  /** Code of the school, ten digits. */
  XXBSM,
  /** Name of the school. */
  XXMC,
  /** Kind of the place: 1 public, 2 bought, 3 private. */
  XXXZ,
  /** Stage: 1 kindergarten, 2 primary, 3 junior, 4 senior, 5 vocational. */
  XD,
  /** Grade, 1 to 9. */
  NJ,
  /** Class, two digits. */
  BJ,
  /** Name. */
  XM,
  /** Name in pinyin. */
  XMPY,
  /** Former name. */
  CYM,
  /** Sex: 1, 2, 0, 9 or a word. */
  XBM,
  /** Birth date: yyyyMMdd, yyyy-MM-dd or a spreadsheet's day number. */
  CSRQ,
  /** Ethnic group, 01 to 58. */
  MZM,
  /** Kind of paper: 1, A, B or Z. */
  SFZJLX,
  /** Number of the paper. */
  SFZJH,
  /** Household registration: six digits and text. */
  HKSZD,
  /** Kind of household registration. */
  HKXZ,
  /** Address of residence. */
  XZZ,
  /** Whether the child came along with migrant parents: 1 or 0. */
  SFSQZN,
  /** Whether the child was left behind: 1 or 0. */
  SFLSET,
  /** Month of enrolment, yyyyMM. */
  RXNY,
  /** State: 1 enrolled, 2 suspended, 3 transferred out, 4 graduated. */
  XJZT,
  /** Name of the first guardian. */
  JHR1XM,
  /** Relation of the first guardian: 1 father, 2 mother, 3 grandparent, 9 other. */
  JHR1GX,
  /** ID number of the first guardian. */
  JHR1SFZH,
  /** Phone of the first guardian. */
  JHR1DH,
  /** Name of the second guardian. */
  JHR2XM,
  /** Relation of the second guardian. */
  JHR2GX,
  /** ID number of the second guardian. */
  JHR2SFZH,
  /** Phone of the second guardian. */
  JHR2DH,
  /** Operation: 1 new, 2 changed, 3 deleted; in complete files always 1. */
  CZ;

  @Override
  public String title() {
    return name();
  }
}
