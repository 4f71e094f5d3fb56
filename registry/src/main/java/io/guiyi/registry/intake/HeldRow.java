package io.guiyi.registry.intake;

import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.SourceId;
import java.time.Instant;

/**
 * A row in quarantine as an operator sees it: why and where, not what.
 *
 * @param id its number, by which its content can be opened
 * @param source whose row
 * @param position where it stood when it was first read
 * @param reason why it is held
 * @param field the source's own name of the field at fault; empty if the row as a whole is
 * @param detail one sentence with value (masked), bound and remedy
 * @param recordedAt since when it is held
 */
public record HeldRow(
    long id,
    SourceId source,
    Position position,
    QuarantineReason reason,
    String field,
    String detail,
    Instant recordedAt) {}
