package io.guiyi.registry.intake;

import io.guiyi.records.SourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a department has not been told yet.
 *
 * @param source the department's source
 * @param pages how many pages
 * @param oldest since when the oldest of them waits; null if none does
 * @param lastFailure why telling failed last; null if it has not failed
 */
public record OpenWriteBacks(
    SourceId source, long pages, @Nullable Instant oldest, @Nullable String lastFailure) {}
