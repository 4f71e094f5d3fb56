package io.guiyi.registry.record;

/** Whether a source record belongs to a person. */
public enum RecordStanding {
  /** It stands in exactly one person. */
  LINKED,
  /** A steward has to say where it belongs; until then it stands in none. */
  IN_REVIEW
}
