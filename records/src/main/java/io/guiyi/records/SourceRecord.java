package io.guiyi.records;

/**
 * One row as a source sent it, before anybody interprets it.
 *
 * @param key which row
 * @param version which state of the row
 * @param presence whether the source still stands by the row
 * @param payload the row's own text, kept for replay and evidence
 * @param position where it stood in the delivery
 */
public record SourceRecord(
    SourceKey key, SourceVersion version, Presence presence, RawBytes payload, Position position)
    implements Delivered {

  /** Whether the source still stands by a row. */
  public enum Presence {
    /** The row is in force. */
    PRESENT,
    /** The source cancelled the row, or left it out of a delivery declared complete. */
    WITHDRAWN
  }

  /** True if the source cancelled the row. */
  public boolean isWithdrawn() {
    return presence == Presence.WITHDRAWN;
  }
}
