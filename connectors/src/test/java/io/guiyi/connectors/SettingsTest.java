package io.guiyi.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.guiyi.connectors.health.HealthSettings;
import io.guiyi.connectors.http.HttpSettings;
import io.guiyi.connectors.labour.LabourSettings;
import io.guiyi.connectors.labour.LabourSource;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.connectors.police.PoliceSource;
import io.guiyi.records.SourceId;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Settings of a source")
class SettingsTest {
  private static final Secret SECRET = new Secret("invented-secret-0000");

  @Test
  @DisplayName("as they come by default are sound")
  void defaultsAreSound() {
    assertThat(PoliceSettings.of("https://police.example:8443/gw/", "guiyi", SECRET).faults())
        .isEmpty();
    assertThat(LabourSettings.of("jdbc:postgresql://labour.example/db", "guiyi", SECRET).faults())
        .isEmpty();
    assertThat(HealthSettings.of("https://health.example/fhir", SECRET).faults()).isEmpty();
  }

  @ParameterizedTest(name = "take {0} as base address: {1}")
  @CsvSource({
    "https://police.example, true",
    "http://localhost:8080, true",
    "http://127.0.0.1:8080/path, true",
    "http://[::1]:8080, true",
    "http://police.example, false",
    "http://10.0.0.7, false",
    "ftp://police.example, false",
    "https://user@police.example, false",
    "https://police.example/?a=1, false",
    "https://police.example/#a, false",
    "police, false",
    "'https://a b', false",
    "'', false"
  })
  void judgeAddresses(String url, boolean sound) {
    assertThat(HttpSettings.of(url).faults().isEmpty()).isEqualTo(sound);
  }

  @Test
  @DisplayName("tell all their faults at once, and no secret")
  void tellEveryFault() {
    PoliceSettings police =
        new PoliceSettings(
            new SourceId("police"),
            new HttpSettings(
                "http://police.example", Duration.ZERO, Duration.ZERO, Duration.ofDays(1), 0),
            " ",
            new Secret("tooshort"),
            2_001,
            Duration.ZERO,
            new RetrySettings(0, Duration.ZERO, Duration.ZERO, Duration.ofDays(1)),
            new BreakerSettings(1, 2, 0, Duration.ZERO, 0));

    assertThat(police.faults())
        .extracting(SettingFault::setting)
        .contains(
            "baseUrl",
            "connectTimeout",
            "responseTimeout",
            "answerTimeout",
            "maxBodyBytes",
            "clientId",
            "secret",
            "pageSize",
            "overlap",
            "retry.attempts",
            "retry.firstPause",
            "breaker.window",
            "breaker.failurePercent",
            "breaker.openFor",
            "breaker.trialCalls");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> {
          try (SimpleCamelContext camel = new SimpleCamelContext();
              PoliceSource source = PoliceSource.create(camel, police, Clock.systemUTC())) {
            source.health();
          }
        })
        .withMessageContaining("pageSize: 2001 must lie in 1 to 2000")
        .withMessageContaining("overlap")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("tooshort"));
    assertThat(police.toString()).doesNotContain("tooshort");
  }

  @ParameterizedTest(name = "refuse the table {0}")
  @CsvSource({"exchange.cbxx;drop table x", "Exchange.CBXX", "a.b.c", "'a b'", "''"})
  void refuseTables(String table) {
    LabourSettings usual = LabourSettings.of("jdbc:postgresql://labour.example/db", "u", SECRET);
    LabourSettings odd =
        new LabourSettings(
            usual.id(), usual.database(), table, 500, usual.retry(), usual.breaker());

    assertThat(odd.faults()).extracting(SettingFault::setting).containsExactly("table");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> {
          try (SimpleCamelContext camel = new SimpleCamelContext();
              LabourSource source = LabourSource.create(camel, odd, Clock.systemUTC())) {
            source.health();
          }
        });
  }
}
