package io.guiyi.registry.record;

import io.guiyi.matching.RecordRef;
import io.guiyi.records.SourceId;
import java.time.Instant;

/**
 * The version in force of a source record, opened.
 *
 * @param record the register's number of it
 * @param source whose record
 * @param version which of its versions, from 1
 * @param changedAt when the source last changed it
 * @param content what it says
 */
public record HeldRecord(
    RecordRef record, SourceId source, int version, Instant changedAt, RecordContent content) {}
