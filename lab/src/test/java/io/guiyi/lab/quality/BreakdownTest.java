package io.guiyi.lab.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.feeds.Truth;
import io.guiyi.lab.quality.Breakdown.Placed;
import io.guiyi.lab.quality.Breakdown.Share;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A breakdown of pairs")
class BreakdownTest {

  private static final List<Placed> RECORDS =
      List.of(
          placed(Feed.POLICE, "P1", "a"),
          placed(Feed.LABOUR, "P1", "a", "homophone"),
          placed(Feed.HEALTH, "P1", "b", "child", "homophone"),
          placed(Feed.POLICE, "P2", "b"));

  private static Placed placed(Feed feed, String person, String cluster, String... labels) {
    return new Placed(new Truth(feed, person + feed, person, List.of(labels)), cluster, true);
  }

  @Test
  @DisplayName("counts a pair under its sources, whichever record comes first")
  void bySources() {
    Breakdown breakdown = Breakdown.of(RECORDS);
    assertThat(breakdown.bySources())
        .containsEntry("police-labour", new Share(1, 0, 0))
        .containsEntry("police-health", new Share(1, 1, 1))
        .containsEntry("labour-health", new Share(1, 1, 0))
        .hasSize(3);
  }

  @Test
  @DisplayName("counts a pair once under each difficulty of either record, or under plain")
  void byDifficulty() {
    Breakdown breakdown = Breakdown.of(RECORDS);
    assertThat(breakdown.byDifficulty())
        .containsEntry("homophone", new Share(3, 2, 1))
        .containsEntry("child", new Share(2, 2, 1))
        .hasSize(2);
    assertThat(Breakdown.of(List.of(RECORDS.getFirst(), RECORDS.getLast())).byDifficulty())
        .isEmpty();
  }

  @Test
  @DisplayName("tells how many records of a source are linked to nobody, and makes a table")
  void unlinked() {
    Truth truth = new Truth(Feed.UNION, "u", "P3", List.of());
    Breakdown breakdown = Breakdown.of(List.of(new Placed(truth, "alone", false)));
    assertThat(breakdown.unlinked()).containsEntry("union", 1L);
    assertThat(Breakdown.of(RECORDS).table())
        .contains("pairs by sources", "police-health", "pairs by difficulty", "homophone");
  }
}
