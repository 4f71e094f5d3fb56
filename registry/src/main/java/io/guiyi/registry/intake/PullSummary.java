package io.guiyi.registry.intake;

import io.guiyi.records.Conservation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pull in one line.
 *
 * @param id its number
 * @param kind whether rows were read or replayed
 * @param started when it began
 * @param finished when it ended; null while it runs
 * @param outcome how; null while it runs
 * @param counts what became of its rows
 */
public record PullSummary(
    long id,
    PullKind kind,
    Instant started,
    @Nullable Instant finished,
    @Nullable String outcome,
    Conservation counts) {}
