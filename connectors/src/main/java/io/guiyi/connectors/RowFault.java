package io.guiyi.connectors;

import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;

/**
 * A row cannot be understood; leaves the reading of the row and becomes its {@link Quarantined}.
 * The detail shows the shape of a value at most, never the value: what stands in a wrong column may
 * be anything, a name or a number included.
 */
public final class RowFault extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_DETAIL = 300;

  private final QuarantineReason reason;
  private final String field;

  /**
   * A fault of one field.
   *
   * @param field the source's own name of it; empty if the row as a whole is at fault
   * @param detail value (its shape), bound and remedy in one sentence
   */
  public RowFault(QuarantineReason reason, String field, String detail) {
    super(detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail);
    this.reason = reason;
    this.field = field;
  }

  /** Why, from the closed list. */
  public QuarantineReason reason() {
    return reason;
  }

  /** The row held aside for this fault. */
  public Quarantined quarantine(SourceId source, Position position, RawBytes payload) {
    return new Quarantined(source, position, reason, field, String.valueOf(getMessage()), payload);
  }

  /** The row, whose key is known, held aside for this fault. */
  public Quarantined quarantine(SourceRecord row) {
    return quarantine(row.key().source(), row.position(), row.payload()).withKey(row.key());
  }

  /** Faults steer the reading of a row and are never reported as a stack trace. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
