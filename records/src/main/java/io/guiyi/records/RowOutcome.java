package io.guiyi.records;

/**
 * What became of one row that was read.
 *
 * @param position where it stood
 * @param kind into which of the six kinds it falls
 * @param reason the quarantine reason's name; empty unless quarantined
 * @param detail the sentence for the operator; empty unless quarantined
 */
public record RowOutcome(Position position, Kind kind, String reason, String detail) {

  /** The six kinds of the conservation law. */
  public enum Kind {
    /** First seen. */
    NEW,
    /** Differs from the version held. */
    CHANGED,
    /** Says what the version held already says. */
    UNCHANGED,
    /** The source no longer stands by it. */
    WITHDRAWN,
    /** Older than the version held; kept as history. */
    STALE,
    /** Held aside. */
    QUARANTINED
  }

  /** An outcome that needs no reason. */
  public static RowOutcome of(Position position, Kind kind) {
    return new RowOutcome(position, kind, "", "");
  }

  /** The outcome of a row held aside. */
  public static RowOutcome of(Quarantined row) {
    return new RowOutcome(row.position(), Kind.QUARANTINED, row.reason().name(), row.detail());
  }
}
