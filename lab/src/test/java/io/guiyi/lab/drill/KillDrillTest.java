package io.guiyi.lab.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.house.SourceTree;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.routes.command.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A hub that is killed three times")
class KillDrillTest {
  /** A build machine does other things besides; the command holds the real bound. */
  private static final Duration RESUME_WITHIN = Duration.ofMinutes(5);

  @TempDir private Path data;

  @Test
  @DisplayName("loses nothing, doubles nobody, delivers nothing twice, and leaves nothing running")
  void survives() throws Exception {
    StringWriter said = new StringWriter();
    Clock clock = Clock.systemUTC();
    DrillResult result =
        KillDrill.hold(
            new KillDrill.Orders(
                new PopulationSettings(300, 7, 1),
                3,
                SourceTree.ofThisBuild().root().resolve("config"),
                data,
                RESUME_WITHIN,
                // A life lasts seconds: the second compiler would not earn its keep.
                List.of("-XX:TieredStopAtLevel=1")),
            clock,
            new Progress(new PrintWriter(said, true), clock));
    System.out.println(result.figures());
    assertThat(result.brokenBounds()).as(said.toString()).isEmpty();
    assertThat(result.kills())
        .extracting(DrillResult.Survived::victims)
        .containsExactly(
            KillPlan.Victims.HUB, KillPlan.Victims.HUB_AND_DATABASE, KillPlan.Victims.HUB);
    assertThat(result.findings().records()).isGreaterThan(300);
    assertThat(result.findings().effects()).isPositive().isEqualTo(result.findings().feedEntries());
    assertThat(Processes.over(data)).isEmpty();
  }
}
