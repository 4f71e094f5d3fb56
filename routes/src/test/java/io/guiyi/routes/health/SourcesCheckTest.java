package io.guiyi.routes.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.SourceHealth;
import io.guiyi.connectors.SourceHealth.Breaker;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.console.SourceState;
import io.guiyi.console.SourceState.Condition;
import io.guiyi.records.SourceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;

@DisplayName("The readiness of sources")
class SourcesCheckTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:15:30Z");
  private static final SourceId LABOUR = new SourceId("labour");

  private static Health check(SourceState... states) {
    return new SourcesCheck(() -> List.of(states), Clock.fixed(NOW, ZoneOffset.UTC)).health();
  }

  @ParameterizedTest(name = "pulled every {0}, failing for {1}: {2}")
  @CsvSource({
    "PT5S, PT1S, UP",
    "PT5S, PT15M5S, UP",
    "PT5S, PT15M6S, DOWN",
    "PT6H, PT6H15M, UP",
    "PT6H, PT6H15M1S, DOWN",
    "PT0S, PT15M1S, DOWN",
  })
  @DisplayName("endures a quarter of an hour and a pause")
  void enduresAWhile(Duration every, Duration failing, String status) {
    Health health =
        check(new SourceState(LABOUR, every, Condition.RESTING, NOW.minus(failing), failure()));
    assertThat(health.getStatus().getCode()).isEqualTo(status);
    assertThat(health.getDetails().get("labour").toString())
        .contains("RESTING", "connection refused", "downAt");
  }

  @Test
  @DisplayName("is up without sources, and with one that is off")
  void isUpWithoutSources() {
    assertThat(check().getStatus().getCode()).isEqualTo("UP");
    assertThat(
            check(new SourceState(LABOUR, Duration.ZERO, Condition.OFF, null, null))
                .getStatus()
                .getCode())
        .isEqualTo("UP");
  }

  @ParameterizedTest(name = "breaker {0}, success {1}, failure {2}: {3} since {4}")
  @CsvSource({
    "CLOSED,    ,      ,      WELL,    ",
    "CLOSED,    10:00, ,      WELL,    ",
    "CLOSED,    10:00, 09:00, WELL,    ",
    "CLOSED,    09:00, 10:00, FAILING, 09:00",
    "CLOSED,    ,      10:00, FAILING, 08:00",
    "OPEN,      09:00, 10:00, RESTING, 09:00",
    "HALF_OPEN, 09:00, 10:00, TRYING,  09:00",
  })
  @DisplayName("reads a stream's condition")
  void readsAStreamsCondition(
      Breaker breaker, String success, String failure, Condition condition, String since) {
    SourceHealth health =
        new SourceHealth(
            LABOUR,
            breaker,
            at(success),
            failure == null
                ? null
                : new SourceHealth.Failure(
                    at(failure), SourceUnavailable.Kind.DATABASE, "refused"));
    RunningSources running =
        new RunningSources(
            List.of(new RunningSources.Configured(LABOUR, Duration.ZERO)),
            _ -> Optional.of(health),
            at("08:00"));
    assertThat(running.now())
        .containsExactly(
            new SourceState(
                LABOUR,
                Duration.ZERO,
                condition,
                at(since),
                failure == null ? null : new SourceState.Failure("DATABASE", "refused")));
  }

  @Test
  @DisplayName("shows a source that is not enabled as off")
  void showsASourceThatIsNotEnabledAsOff() {
    RunningSources running =
        new RunningSources(
            List.of(new RunningSources.Configured(LABOUR, Duration.ofSeconds(5))),
            _ -> Optional.empty(),
            NOW);
    assertThat(running.now()).extracting(SourceState::condition).containsExactly(Condition.OFF);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("is explained on the page, whatever stands in the way")
  void isExplainedOnThePage(SourceUnavailable.Kind kind) {
    assertThat(ResourceBundle.getBundle("io.guiyi.console.messages", Locale.ROOT).keySet())
        .contains("failure." + kind);
  }

  private static SourceState.Failure failure() {
    return new SourceState.Failure("REFUSED", "connection refused");
  }

  private static Instant at(String time) {
    return time == null ? null : Instant.parse("2026-03-02T" + time + ":00Z");
  }
}
