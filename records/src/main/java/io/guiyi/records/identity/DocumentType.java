package io.guiyi.records.identity;

/** What kind of document a number was read from; the departments' four code lists map onto it. */
public enum DocumentType {
  /** 居民身份证, and its number standing alone. */
  RESIDENT_ID,
  /** 港澳台居民居住证. */
  HMT_RESIDENCE_PERMIT,
  /** 港澳居民来往内地通行证. */
  HK_MACAO_TRAVEL_PERMIT,
  /** 台湾居民来往大陆通行证. */
  TAIWAN_TRAVEL_PERMIT,
  /** 外国人永久居留身份证. */
  FOREIGN_PERMANENT_RESIDENT,
  /** A passport. */
  PASSPORT,
  /** 户口簿: carries the resident ID number. */
  HOUSEHOLD_BOOK,
  /** 学籍号: a school roll number; one that begins with G holds the ID number of its time. */
  STUDENT_NUMBER,
  /** 儿童预防接种编码: 18 digits that are no ID number. */
  CHILD_CODE,
  /** 出生医学证明编号. */
  BIRTH_CERTIFICATE,
  /** Anything else. */
  OTHER
}
