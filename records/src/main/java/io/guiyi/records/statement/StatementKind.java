package io.guiyi.records.statement;

/** The kinds of statements, by the names under which they are stored and counted. */
public enum StatementKind {
  /** 居住登记. */
  RESIDENCE,
  /** 居住证 event. */
  PERMIT_EVENT,
  /** 就业登记. */
  EMPLOYMENT,
  /** 劳动合同. */
  CONTRACT,
  /** 社会保险. */
  INSURANCE,
  /** 职业技能. */
  SKILL,
  /** 文化程度. */
  QUALIFICATION,
  /** 学籍. */
  ENROLMENT,
  /** 监护. */
  GUARDIANSHIP,
  /** 预防接种. */
  VACCINATION,
  /** 健康档案. */
  HEALTH_FILE,
  /** 会籍. */
  MEMBERSHIP
}
