package io.guiyi.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An age")
class AgeTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  @ParameterizedTest(name = "of {0} is {1} {2}")
  @CsvSource({
    "PT-5S,     age.now,     0",
    "PT0S,      age.now,     0",
    "PT0.999S,  age.now,     0",
    "PT1S,      age.seconds, 1",
    "PT1M59S,   age.seconds, 119",
    "PT2M,      age.minutes, 2",
    "PT1H59M,   age.minutes, 119",
    "PT2H,      age.hours,   2",
    "PT47H59M,  age.hours,   47",
    "PT48H,     age.days,    2",
    "PT8760H,   age.days,    365",
  })
  void isOneNumberAndOneUnit(Duration ago, String key, long amount) {
    assertThat(Age.of(NOW.minus(ago), NOW)).isEqualTo(new Age(key, amount));
  }

  @Test
  void ofWhatHasNotHappenedIsNever() {
    assertThat(Age.of(null, NOW)).isEqualTo(Age.NEVER);
  }
}
