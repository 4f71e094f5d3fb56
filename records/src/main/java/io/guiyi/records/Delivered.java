package io.guiyi.records;

/** What a pull brings for one row: the row, or the note that it could not even be told apart. */
public sealed interface Delivered permits SourceRecord, Quarantined {
  /** Where the row stood. */
  Position position();
}
