package io.guiyi.registry.record;

import io.guiyi.matching.RecordRef;
import io.guiyi.records.SourceVersion;
import io.guiyi.seal.LookupHash;

/**
 * What tells one version in a record's history from another, so that an old one that is read again
 * is not kept twice.
 *
 * @param record of which record
 * @param changed the source's own version
 * @param digest keyed hash of its content
 */
public record HistoryMark(RecordRef record, SourceVersion changed, LookupHash digest) {}
