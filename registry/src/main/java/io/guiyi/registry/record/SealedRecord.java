package io.guiyi.registry.record;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.SourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The version in force of a source record, still sealed: opening costs more than fetching, and not
 * every fetched record is needed.
 *
 * @param record the register's number of it
 * @param person to whom it belongs; null while it waits
 * @param source whose record
 * @param version which of its versions, from 1
 * @param changedAt when the source last changed it
 * @param envelope its content, sealed; not copied
 */
public record SealedRecord(
    RecordRef record,
    @Nullable PersonRef person,
    SourceId source,
    int version,
    Instant changedAt,
    byte[] envelope) {}
