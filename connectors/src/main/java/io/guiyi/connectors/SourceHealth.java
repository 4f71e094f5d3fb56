package io.guiyi.connectors;

import io.guiyi.records.SourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source is doing.
 *
 * @param source which
 * @param breaker what the circuit breaker does
 * @param lastSuccess when the department last answered as agreed; null if never since start
 * @param lastFailure what last went wrong; null if nothing since start
 */
public record SourceHealth(
    SourceId source,
    Breaker breaker,
    @Nullable Instant lastSuccess,
    @Nullable Failure lastFailure) {

  /** What the circuit breaker does. */
  public enum Breaker {
    /** Calls go through. */
    CLOSED,
    /** The department rests; calls are refused here. */
    OPEN,
    /** A few calls try whether the department is back. */
    HALF_OPEN
  }

  /**
   * Something that went wrong.
   *
   * @param at when
   * @param kind what kind
   * @param sentence for the operator
   */
  public record Failure(Instant at, SourceUnavailable.Kind kind, String sentence) {}

  /** True if the last call succeeded after all, or none was made yet. */
  public boolean isWell() {
    return breaker == Breaker.CLOSED
        && (lastFailure == null || (lastSuccess != null && lastSuccess.isAfter(lastFailure.at())));
  }
}
