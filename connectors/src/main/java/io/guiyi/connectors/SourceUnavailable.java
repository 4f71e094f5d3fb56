package io.guiyi.connectors;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A department cannot be read or told at the moment. The message names value, bound and remedy and
 * holds neither secrets nor personal values; for that reason no library's exception is ever its
 * cause, since their texts quote what they could not read.
 */
public final class SourceUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  /** What stands in the way. The list is closed: each has a remedy in {@code docs/operating.md}. */
  public enum Kind {
    /** No answer, or not the whole answer, within its time. */
    TIMEOUT(true, true),
    /** The connection was refused or broken off, or the department answered 5xx. */
    REFUSED(true, true),
    /** The department asks to come later (429). */
    THROTTLED(true, false),
    /** The circuit breaker gives the department a rest. */
    BREAKER_OPEN(false, false),
    /** The answer is not what was agreed. */
    PROTOCOL(false, true),
    /** The answer is larger than allowed. */
    TOO_LARGE(false, true),
    /** The department redirects elsewhere, which is never followed. */
    REDIRECTED(false, true),
    /** Our credentials or our clock are not accepted. */
    UNAUTHORIZED(false, false),
    /** The cursor of the pull is no longer known. */
    EXPIRED_CURSOR(false, false),
    /**
     * A delivery is not what its marker announces: rows or digest differ, or half of it is there.
     */
    DELIVERY_DAMAGED(false, true),
    /** The folder or file cannot be read. */
    FOLDER(true, true),
    /** The exchange database refuses or fails. */
    DATABASE(true, true);

    private final boolean passing;
    private final boolean counted;

    Kind(boolean passing, boolean counted) {
      this.passing = passing;
      this.counted = counted;
    }

    /** True if trying again soon may help. */
    public boolean isPassing() {
      return passing;
    }

    /** True if the circuit breaker counts it against the department. */
    public boolean isCounted() {
      return counted;
    }
  }

  private final Kind kind;
  private final @Nullable Duration retryAfter;

  private SourceUnavailable(Kind kind, String sentence, @Nullable Duration retryAfter) {
    super(sentence);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /** A failure of this kind; {@code sentence} must hold no secret and no personal value. */
  public static SourceUnavailable of(Kind kind, String sentence) {
    return new SourceUnavailable(kind, sentence, null);
  }

  /** The department asks to come later; {@code retryAfter} is null if it does not say when. */
  public static SourceUnavailable throttled(String sentence, @Nullable Duration retryAfter) {
    return new SourceUnavailable(Kind.THROTTLED, sentence, retryAfter);
  }

  /** What stands in the way. */
  public Kind kind() {
    return kind;
  }

  /** After what time the department wants to be asked again, if it said so. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** The message, which is always there. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
