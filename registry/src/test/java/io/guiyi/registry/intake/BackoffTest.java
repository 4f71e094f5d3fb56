package io.guiyi.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A back-off")
class BackoffTest {
  @ParameterizedTest(name = "after {0} failures it waits {1}")
  @CsvSource({
    "1, PT2S",
    "2, PT4S",
    "3, PT8S",
    "9, PT8M32S",
    "10, PT10M",
    "1000000, PT10M",
  })
  void doublesUpToItsBound(int failures, Duration pause) {
    Backoff backoff = new Backoff(WriteBacks.FIRST_PAUSE, WriteBacks.LONGEST_PAUSE);
    assertThat(backoff.after(failures)).isEqualTo(pause);
  }

  @Test
  @DisplayName("cannot be longer at first than at last")
  void bounds() {
    assertThatThrownBy(() -> new Backoff(Duration.ofMinutes(2), Duration.ofMinutes(1)))
        .hasMessageContaining("the shorter first");
  }
}
