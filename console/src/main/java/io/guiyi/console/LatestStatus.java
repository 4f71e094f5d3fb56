package io.guiyi.console;

import io.guiyi.registry.status.RegisterStatus;
import io.guiyi.registry.store.RegisterUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The register's status, asked once every two seconds at most however many pages, scrapes and
 * commands look at it. For many threads.
 */
public final class LatestStatus {
  /** How old a reading may be. */
  public static final Duration AGE_MAX = Duration.ofSeconds(2);

  private final Supplier<RegisterStatus> register;
  private final Clock clock;
  private Instant asked = Instant.EPOCH;
  private @Nullable RegisterStatus latest;
  private @Nullable RegisterUnavailable failure;

  /** Asks {@code register}. */
  public LatestStatus(Supplier<RegisterStatus> register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  /**
   * A reading.
   *
   * @param status how the register stood at {@link RegisterStatus#at}
   * @param current false if the register does not answer now, so that this is what it last said
   */
  public record Reading(RegisterStatus status, boolean current) {}

  /**
   * The latest reading. A register that does not answer is not asked more often than one that does.
   *
   * @throws RegisterUnavailable if the register does not answer and never has
   */
  public synchronized Reading read() {
    Instant now = clock.instant();
    if (Duration.between(asked, now).abs().compareTo(AGE_MAX) >= 0) {
      ask();
      asked = now;
    }
    RegisterStatus known = latest;
    if (known != null) {
      return new Reading(known, failure == null);
    }
    throw failure == null ? neverAsked() : failure;
  }

  private void ask() {
    try {
      latest = register.get();
      failure = null;
    } catch (RegisterUnavailable unavailable) {
      failure = unavailable;
    }
  }

  private static IllegalStateException neverAsked() {
    return new IllegalStateException("the clock stands before 1970; set it");
  }
}
