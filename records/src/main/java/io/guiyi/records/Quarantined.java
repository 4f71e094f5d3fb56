package io.guiyi.records;

import org.jspecify.annotations.Nullable;

/**
 * A row held aside because it could not be understood; kept whole, so that it can be replayed after
 * a repair.
 *
 * @param source whose row
 * @param position where it stood
 * @param reason why, from a closed list
 * @param field the source's own name of the field at fault; empty if the row as a whole is
 * @param detail one sentence for the operator: value (masked), bound and remedy
 * @param payload the row as it came
 * @param key the row's key, where at least that could be read: what is held aside is not absent;
 *     null where not even the key could be read
 */
public record Quarantined(
    SourceId source,
    Position position,
    QuarantineReason reason,
    String field,
    String detail,
    RawBytes payload,
    @Nullable SourceKey key)
    implements Delivered, Canonicalized {

  /** A row whose key could not be read. */
  public Quarantined(
      SourceId source,
      Position position,
      QuarantineReason reason,
      String field,
      String detail,
      RawBytes payload) {
    this(source, position, reason, field, detail, payload, null);
  }

  /** The same row under its key. */
  public Quarantined withKey(SourceKey given) {
    return new Quarantined(source, position, reason, field, detail, payload, given);
  }
}
