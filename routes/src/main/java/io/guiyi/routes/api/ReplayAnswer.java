package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guiyi.records.SourceId;
import io.guiyi.registry.resolve.Replay;
import org.jspecify.annotations.Nullable;

/**
 * What came of a replay.
 *
 * @param source whose rows
 * @param rows what became of them; those quarantined were refused again
 * @param resolved how many were understood
 * @param withdrawn how many records a newer complete delivery had left out
 * @param next hand it in as {@code after} to go on; left out if this was the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayAnswer(
    String source, RowCounts rows, long resolved, long withdrawn, @Nullable Long next) {
  static ReplayAnswer of(SourceId source, Replay.Result result) {
    return new ReplayAnswer(
        source.name(),
        RowCounts.of(result.counts()),
        result.resolved(),
        result.withdrawn(),
        result.more() ? (Long) result.last() : null);
  }
}
