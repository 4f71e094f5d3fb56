package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.guiyi.records.Conservation;

/**
 * What became of rows: {@code read = new + changed + unchanged + withdrawn + stale + quarantined}.
 *
 * @param read rows read
 * @param fresh first seen
 * @param changed different from the version held
 * @param unchanged as held
 * @param withdrawn no longer stood by
 * @param stale older than the version held
 * @param quarantined held aside
 */
record RowCounts(
    long read,
    @JsonProperty("new") long fresh,
    long changed,
    long unchanged,
    long withdrawn,
    long stale,
    long quarantined) {
  static RowCounts of(Conservation counts) {
    return new RowCounts(
        counts.read(),
        counts.fresh(),
        counts.changed(),
        counts.unchanged(),
        counts.withdrawn(),
        counts.stale(),
        counts.quarantined());
  }
}
