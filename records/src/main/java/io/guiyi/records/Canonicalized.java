package io.guiyi.records;

/** What reading a row makes of it: our own terms, or a reason why it could not be understood. */
public sealed interface Canonicalized permits CanonicalRecord, Quarantined {
  /** Where the row stood. */
  Position position();
}
