package io.guiyi.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.records.SourceId;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A department that asks to be left in peace when no attempt is left")
class GuardTest {
  private static final Duration WISH = Duration.ofMillis(300);

  private final RetrySettings once =
      new RetrySettings(1, Duration.ofMillis(1), Duration.ofMillis(1), WISH);
  private final Guard guard =
      new Guard(new SourceId("police"), once, BreakerSettings.defaults(), Clock.systemUTC());

  @AfterEach
  void close() {
    guard.close();
  }

  private void refuse(Duration wish) {
    assertThatThrownBy(() ->
            guard.call(() -> {
              throw SourceUnavailable.throttled("police asks to come later", wish);
            }))
        .isInstanceOf(SourceUnavailable.class);
  }

  /** How long the next call waits before it is made. */
  private Duration waited() throws SourceUnavailable {
    long from = System.nanoTime();
    return guard.call(() -> Duration.ofNanos(System.nanoTime() - from));
  }

  @Test
  @DisplayName("is left in peace by the next pull, once")
  void isLeftInPeace() throws Exception {
    refuse(WISH);
    assertThat(waited()).isGreaterThan(WISH.minusMillis(30));
    assertThat(waited()).isLessThan(WISH);
  }

  @Test
  @DisplayName("holds nobody up for longer than is configured, whatever it wishes")
  void isBounded() throws Exception {
    refuse(Duration.ofSeconds(Long.MAX_VALUE));
    assertThat(waited()).isBetween(WISH.minusMillis(30), Duration.ofMinutes(1));
  }

  @Test
  @DisplayName("does not hold up the end")
  void endsAtOnce() throws Exception {
    refuse(WISH);
    guard.close();
    assertThat(waited()).isLessThan(WISH);
  }
}
