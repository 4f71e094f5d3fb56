package io.guiyi.registry.intake;

import io.guiyi.records.Conservation;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh what we know from one source is.
 *
 * @param source which source
 * @param watermark how far it has been durably read
 * @param lastStarted when the latest pull began; null if none did
 * @param lastOutcome how the latest finished pull ended; null if none has
 * @param lastComplete when a pull last reached the end of what the source had; null if none has
 * @param lastPage when a page was last applied; null if none was
 * @param counts what became of every row ever read
 */
public record SourceFreshness(
    SourceId source,
    Watermark watermark,
    @Nullable Instant lastStarted,
    @Nullable String lastOutcome,
    @Nullable Instant lastComplete,
    @Nullable Instant lastPage,
    Conservation counts) {}
