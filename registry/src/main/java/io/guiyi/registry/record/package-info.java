/**
 * What the sources said: one head for each record, every version it ever had, and what each version
 * states.
 *
 * <p>{@link io.guiyi.registry.record.SourceRecords} reads and writes them. A {@link
 * io.guiyi.registry.record.RecordHead} says where a record stands without opening it; a {@link
 * io.guiyi.registry.record.SealedRecord} is fetched, a {@link io.guiyi.registry.record.HeldRecord}
 * opened. Versions are only ever appended; the head names the one in force. Content is sealed as
 * one {@link io.guiyi.registry.record.RecordContent}, bound to its record and version, and the
 * source's row beside it as it came.
 */
@NullMarked
package io.guiyi.registry.record;

import org.jspecify.annotations.NullMarked;
