package io.guiyi.lab.population.feeds;

/** What a health file says of the patient, as texts. */
public enum PatientField {
  /** Number of the file, the key. */
  ID,
  /** Instant of the last update, {@code yyyy-MM-ddTHH:mm:ss+08:00}. */
  UPDATED,
  /** {@code true} or {@code false}. */
  ACTIVE,
  /** Health file number, seventeen digits. */
  FILE_NUMBER,
  /** Code of the child in the vaccination programme, eighteen digits. */
  CHILD_CODE,
  /** Number of the birth certificate. */
  BIRTH_CERTIFICATE,
  /** Number of the paper. */
  DOCUMENT,
  /** Kind of the paper, CV02.01.101. */
  DOCUMENT_KIND,
  NAME,
  FORMER_NAME,
  /** male, female, unknown or other. */
  GENDER,
  /** yyyy-MM-dd, yyyy-MM or yyyy. */
  BORN,
  PHONE,
  ADDRESS,
  /** Number of the clinic that keeps the file. */
  CLINIC,
  /** Day on which the file was opened, yyyy-MM-dd. */
  OPENED,
  /** 1 kept, 2 moved away, 3 lost sight of. */
  STATE,
  /** Ethnic group, 01 to 58. */
  ETHNIC_GROUP,
  /** Number of the file that replaces this one. */
  REPLACED_BY
}
