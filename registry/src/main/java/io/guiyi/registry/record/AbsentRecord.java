package io.guiyi.registry.record;

import io.guiyi.matching.RecordRef;
import io.guiyi.records.RawBytes;

/**
 * A record that a complete delivery left out, opened.
 *
 * @param record the register's number of it
 * @param content what its version in force says
 * @param payload the row of that version as it came
 */
public record AbsentRecord(RecordRef record, RecordContent content, RawBytes payload) {
  @Override
  public String toString() {
    return "AbsentRecord[" + record.number() + "]";
  }
}
