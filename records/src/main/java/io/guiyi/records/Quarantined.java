package io.guiyi.records;

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
 */
public record Quarantined(
    SourceId source,
    Position position,
    QuarantineReason reason,
    String field,
    String detail,
    RawBytes payload)
    implements Delivered, Canonicalized {}
