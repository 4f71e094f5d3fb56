package io.guiyi.matching.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.evaluate.Breakdown.Share;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A breakdown of pairs")
class BreakdownTest {

  private static final Placements RECORDS =
      Placements.builder()
          .add("police", "a", "P1")
          .add("labour", "a", "P1", List.of("homophone"))
          .add("health", "b", "P1", List.of("child", "homophone"))
          .add("police", "b", "P2")
          .build();

  @Test
  @DisplayName("counts a pair under its sources, whichever record comes first")
  void bySources() {
    assertThat(Breakdown.of(RECORDS).bySources())
        .containsEntry("labour-police", new Share(1, 0, 0))
        .containsEntry("health-police", new Share(1, 1, 1))
        .containsEntry("health-labour", new Share(1, 1, 0))
        .hasSize(3);
  }

  @Test
  @DisplayName("counts a pair once under each difficulty of either record, or under plain")
  void byDifficulty() {
    assertThat(Breakdown.of(RECORDS).byDifficulty())
        .containsEntry("homophone", new Share(3, 2, 1))
        .containsEntry("child", new Share(2, 2, 1))
        .hasSize(2);
    Placements plain =
        Placements.builder()
            .add("police", "a", "P1")
            .add("police", "a", "P1")
            .add("police", "a", "P2", List.of("child"))
            .build();
    assertThat(Breakdown.of(plain).byDifficulty())
        .containsEntry("plain", new Share(1, 0, 0))
        .containsEntry("child", new Share(0, 0, 2))
        .hasSize(2);
  }

  @Test
  @DisplayName("makes a table, the worst first")
  void table() {
    assertThat(Breakdown.of(RECORDS).table().lines())
        .first()
        .asString()
        .startsWith("pairs by sources");
    assertThat(Breakdown.of(RECORDS).table().lines().skip(1))
        .first()
        .asString()
        .startsWith("health-police");
  }
}
