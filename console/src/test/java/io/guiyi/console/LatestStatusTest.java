package io.guiyi.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.registry.status.RegisterStatus;
import io.guiyi.registry.store.RegisterUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The latest status")
class LatestStatusTest {
  private Instant now = Invented.NOW;
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private int asked;
  private boolean down;
  private final LatestStatus latest = new LatestStatus(this::ask, clock);

  private RegisterStatus ask() {
    asked++;
    if (down) {
      throw new RegisterUnavailable("the database cannot serve", new IllegalStateException());
    }
    return Invented.register(now);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  @DisplayName("is asked for once, however many look")
  void isAskedForOnce() {
    latest.read();
    pass(LatestStatus.AGE_MAX.minusMillis(1));
    latest.read();
    assertThat(asked).isEqualTo(1);
    pass(Duration.ofMillis(1));
    assertThat(latest.read().status().at()).isEqualTo(now);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  @DisplayName("outlives an outage, and says that it is old")
  void outlivesAnOutage() {
    RegisterStatus before = latest.read().status();
    down = true;
    pass(Duration.ofMinutes(1));
    assertThat(latest.read()).isEqualTo(new LatestStatus.Reading(before, false));
    assertThat(latest.read().current()).isFalse();
    assertThat(asked).as("an outage is not asked about more often").isEqualTo(2);
    down = false;
    pass(LatestStatus.AGE_MAX);
    assertThat(latest.read().current()).isTrue();
  }

  @Test
  @DisplayName("is refused while the register never answered")
  void isRefusedWhileTheRegisterNeverAnswered() {
    down = true;
    assertThatThrownBy(latest::read).isInstanceOf(RegisterUnavailable.class);
    assertThatThrownBy(latest::read).isInstanceOf(RegisterUnavailable.class);
    assertThat(asked).isEqualTo(1);
  }
}
