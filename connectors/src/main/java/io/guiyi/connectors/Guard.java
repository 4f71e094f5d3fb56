package io.guiyi.connectors;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.guiyi.connectors.SourceHealth.Breaker;
import io.guiyi.connectors.SourceHealth.Failure;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.records.SourceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every call to a department: lets it through a circuit breaker, repeats it with
 * jittered, bounded pauses when it failed in passing, obeys a department that asks to come later,
 * and remembers how it went.
 *
 * <p>The breaker stands inside the retries, so that each attempt counts; what says nothing about
 * the department's strength (throttling, an expired cursor, our own credentials) is not counted.
 */
public final class Guard implements AutoCloseable {
  private static final double DOUBLING = 2.0;
  private static final double SPREAD = 0.5;

  private final SourceId source;
  private final RetrySettings retry;
  private final Clock clock;
  private final CircuitBreaker breaker;
  private final Duration openFor;
  private final IntervalFunction pauses;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Instant lastSuccess;
  private volatile @Nullable Failure lastFailure;

  /** Until when the department asked to be left in peace, where no pause has obeyed that yet. */
  private volatile @Nullable Instant peaceUntil;

  /**
   * A call to a department.
   *
   * @param <T> what it answers
   */
  @FunctionalInterface
  public interface Call<T> {
    /** Makes the call once. */
    T run() throws SourceUnavailable;
  }

  /** A guard of its own for each source; {@code clock} also times the breaker's rest. */
  public Guard(SourceId source, RetrySettings retry, BreakerSettings settings, Clock clock) {
    this.source = source;
    this.retry = retry;
    this.clock = clock;
    this.openFor = settings.openFor();
    this.pauses =
        IntervalFunction.ofExponentialRandomBackoff(
            retry.firstPause(), DOUBLING, SPREAD, retry.longestPause());
    this.breaker =
        CircuitBreaker.of(
            source.name(),
            CircuitBreakerConfig.custom()
                .slidingWindow(
                    settings.window(),
                    settings.minimumCalls(),
                    CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(settings.failurePercent())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(settings.trialCalls())
                .clock(clock)
                .build());
  }

  /**
   * Makes a call, and repeats it while that may help. Where the call before ended with the wish to
   * be left in peace, the rest of that is waited for first.
   *
   * @throws SourceUnavailable the last failure, or {@link Kind#BREAKER_OPEN}
   */
  public <T> T call(Call<T> call) throws SourceUnavailable {
    leaveInPeace();
    for (int attempt = 1; ; attempt++) {
      try {
        T answer = once(call);
        lastSuccess = clock.instant();
        return answer;
      } catch (SourceUnavailable fault) {
        remember(fault);
        Optional<Duration> pause = pauseAfter(fault, attempt);
        if (pause.isEmpty() || closedDuring(pause.get())) {
          throw fault;
        }
        peaceUntil = null;
      }
    }
  }

  /** A closing guard waits no longer: its call is the last one. */
  private void leaveInPeace() {
    Instant until = peaceUntil;
    peaceUntil = null;
    if (until != null) {
      closedDuring(obeyed(Duration.between(clock.instant(), until)));
    }
  }

  /** No wish, and no clock that jumps, holds a pull up for longer than is configured. */
  private Duration obeyed(Duration wish) {
    Duration most = retry.longestRetryAfter();
    return wish.compareTo(most) < 0 ? wish : most;
  }

  /** Notes a failure that was found outside a call, such as a page that contradicts another. */
  public SourceUnavailable failed(SourceUnavailable fault) {
    remember(fault);
    return fault;
  }

  /** How the source is doing. */
  public SourceHealth health() {
    Breaker state =
        switch (breaker.getState()) {
          case OPEN, FORCED_OPEN -> Breaker.OPEN;
          case HALF_OPEN -> Breaker.HALF_OPEN;
          case CLOSED, DISABLED, METRICS_ONLY -> Breaker.CLOSED;
        };
    return new SourceHealth(source, state, lastSuccess, lastFailure);
  }

  /** Ends every pause at once; the calls that were pausing fail with what they had. */
  @Override
  public void close() {
    closing.countDown();
  }

  private <T> T once(Call<T> call) throws SourceUnavailable {
    if (!breaker.tryAcquirePermission()) {
      throw SourceUnavailable.of(
          Kind.BREAKER_OPEN,
          "%s failed too often and rests for %s; see its last failure in the status"
              .formatted(source, openFor));
    }
    long start = breaker.getCurrentTimestamp();
    boolean counted = true;
    boolean done = false;
    try {
      T answer = call.run();
      done = true;
      return answer;
    } catch (SourceUnavailable fault) {
      counted = fault.kind().isCounted();
      throw fault;
    } finally {
      settle(done, counted, breaker.getCurrentTimestamp() - start);
    }
  }

  private void settle(boolean done, boolean counted, long duration) {
    TimeUnit unit = breaker.getTimestampUnit();
    if (done) {
      breaker.onSuccess(duration, unit);
    } else if (counted) {
      breaker.onError(duration, unit, new IllegalStateException("the call failed"));
    } else {
      breaker.releasePermission();
    }
  }

  /** The breaker's refusal is a consequence: what is remembered is the cause before it. */
  private void remember(SourceUnavailable fault) {
    if (fault.kind() != Kind.BREAKER_OPEN) {
      Instant now = clock.instant();
      lastFailure = new Failure(now, fault.kind(), fault.sentence());
      peaceUntil = fault.retryAfter().map(this::obeyed).map(now::plus).orElse(null);
    }
  }

  private Optional<Duration> pauseAfter(SourceUnavailable fault, int attempt) {
    if (!fault.kind().isPassing() || attempt >= retry.attempts()) {
      return Optional.empty();
    }
    Duration wished = fault.retryAfter().orElse(Duration.ZERO);
    if (wished.compareTo(retry.longestRetryAfter()) > 0) {
      return Optional.empty();
    }
    Duration own = Duration.ofMillis(pauses.apply(attempt));
    return Optional.of(wished.compareTo(own) > 0 ? wished : own);
  }

  private boolean closedDuring(Duration pause) {
    try {
      return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
