package io.guiyi.lab.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.lab.drill.KillPlan.Kill;
import io.guiyi.lab.drill.KillPlan.Victims;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A plan of kills")
class KillPlanTest {

  @ParameterizedTest(name = "{0} rounds over {1} rows")
  @CsvSource({"1, 1", "3, 700", "20, 10000", "1000, 100"})
  void spreadsOverAllRows(int rounds, long rows) {
    List<Kill> kills = KillPlan.of(7, rounds, rows).kills();
    assertThat(kills).hasSize(rounds);
    assertThat(kills).isSortedAccordingTo((a, b) -> Long.compare(a.afterRows(), b.afterRows()));
    for (int round = 0; round < rounds; round++) {
      Kill kill = kills.get(round);
      assertThat(kill.afterRows())
          .isBetween(rows * round / rounds, rows * (round + 1) / rounds)
          .isLessThan(rows);
      assertThat(kill.later().toMillis()).isBetween(0L, 150L);
    }
  }

  @Test
  @DisplayName("kills the hub alone and with its database in turn")
  void takesTurns() {
    assertThat(KillPlan.of(1, 4, 100).kills())
        .extracting(Kill::victims)
        .containsExactly(
            Victims.HUB, Victims.HUB_AND_DATABASE, Victims.HUB, Victims.HUB_AND_DATABASE);
  }

  @Test
  @DisplayName("is the same for the same seed and another for another")
  void followsTheSeed() {
    assertThat(KillPlan.of(1, 20, 10_000)).isEqualTo(KillPlan.of(1, 20, 10_000));
    assertThat(KillPlan.of(1, 20, 10_000)).isNotEqualTo(KillPlan.of(2, 20, 10_000));
  }

  @ParameterizedTest
  @CsvSource({"0, 100", "1001, 100", "3, 0"})
  void refusesWhatIsNoDrill(int rounds, long rows) {
    assertThatThrownBy(() -> KillPlan.of(1, rounds, rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give 1 to 1000 rounds");
  }
}
