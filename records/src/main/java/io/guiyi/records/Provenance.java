package io.guiyi.records;

import java.time.Instant;

/**
 * Where a value of a person comes from.
 *
 * @param source whose row
 * @param record the register's number of the row
 * @param recordVersion which version of it, from 1
 * @param asOf when the source last changed the row
 */
public record Provenance(SourceId source, long record, int recordVersion, Instant asOf) {}
