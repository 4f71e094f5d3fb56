package io.guiyi.lab.population.feeds;

/** What a health file says of a person related to the patient, as texts. */
public enum RelatedField {
  ID,
  /** Instant of the last update. */
  UPDATED,
  /** Number of the patient's file. */
  PATIENT,
  /** MTH, FTH, GRPRN, GUARD or SPS. */
  RELATION,
  NAME,
  PHONE,
  /** Number of the paper. */
  DOCUMENT
}
