package io.guiyi.lab.population.feeds;

/** What a health file says of one dose of a vaccine, as texts. */
public enum DoseField {
  ID,
  /** Instant of the last update. */
  UPDATED,
  /** Number of the patient's file. */
  PATIENT,
  /** completed, not-done or entered-in-error. */
  STATUS,
  /** Code of the vaccine, four digits. */
  VACCINE,
  /** Number of the dose, from 1. */
  DOSE,
  /** Day, yyyy-MM-dd. */
  GIVEN,
  /** Number of the clinic. */
  CLINIC
}
