package io.guiyi.registry.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.registry.watch.Expectation.Heard;
import io.guiyi.registry.watch.Expectation.News;
import io.guiyi.registry.watch.Expectation.Nothing;
import io.guiyi.registry.watch.Expectation.Pulls;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A source")
class ExpectationTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest(name = "every {0} → {1}")
  @DisplayName(
      "that says nothing is expected to finish a pull in ten pauses, at least half an hour")
  @CsvSource({"PT0S,", "PT1S,PT30M", "PT1M,PT30M", "PT5M,PT50M", "PT24H,PT240H"})
  void followsFromThePause(Duration every, @Nullable Duration within) {
    assertThat(Expectation.ofPause(every))
        .isEqualTo(within == null ? new Nothing() : new Pulls(within));
  }

  @ParameterizedTest(name = "known {0}, complete {1}, news {2} hours ago: pulls {3}, news {4}")
  @DisplayName("is late from the moment after what was expected has passed")
  @CsvSource({
    // known, complete, news: late by its pulls, late by its news, both expected in 24 hours
    "  ,   ,   , false, false",
    "23,   ,   , false, false",
    "25,   ,   , true,  true",
    "99, 1 ,   , false, true",
    "99, 24, 24, false, false",
    "99, 25, 23, true,  false",
    "99, 1 , 25, false, true",
  })
  void isLate(
      @Nullable Integer known,
      @Nullable Integer complete,
      @Nullable Integer news,
      boolean byPulls,
      boolean byNews) {
    Heard heard = new Heard(ago(known), ago(complete), ago(news));
    Duration day = Duration.ofHours(24);
    assertThat(new Pulls(day).late(heard, NOON).isPresent()).isEqualTo(byPulls);
    assertThat(new News(day, new Nothing()).late(heard, NOON).isPresent()).isEqualTo(byNews);
    assertThat(new News(day, new Pulls(day)).late(heard, NOON).isPresent())
        .as("either is enough")
        .isEqualTo(byPulls || byNews);
    assertThat(new Nothing().late(heard, NOON)).isEmpty();
  }

  private static @Nullable Instant ago(@Nullable Integer hours) {
    return hours == null ? null : NOON.minus(Duration.ofHours(hours));
  }
}
