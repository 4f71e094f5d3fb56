package io.guiyi.console;

import io.guiyi.records.SourceId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the stream from one source is doing, as only the running hub knows it.
 *
 * @param source which
 * @param every the pause between two pulls; zero if it is only pulled when asked
 * @param condition in one word
 * @param failingSince since when the department has not answered as agreed; null while it does
 * @param failure what last went wrong; null if nothing since start
 */
public record SourceState(
    SourceId source,
    Duration every,
    Condition condition,
    @Nullable Instant failingSince,
    @Nullable Failure failure) {

  /**
   * Something that went wrong.
   *
   * @param kind what kind, in capital letters; the pages have words for it under {@code
   *     failure.KIND}
   * @param sentence the details, for the operator; no secret and no personal value
   */
  public record Failure(String kind, String sentence) {}

  /** How a source is, from best to worst; {@link #OFF} stands aside. */
  public enum Condition {
    /** The last call succeeded, or none was made yet. */
    WELL,
    /** The last call failed; the next is made as usual. */
    FAILING,
    /** The circuit breaker lets a few calls try whether the department is back. */
    TRYING,
    /** The circuit breaker gives the department a rest. */
    RESTING,
    /** Not enabled. */
    OFF
  }
}
