package io.guiyi.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.linkage.LinkageFiles;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.profile.Profile;
import io.guiyi.matching.evaluate.ClusterQuality;
import io.guiyi.routes.evaluate.ClusterFiles;
import io.guiyi.routes.link.Input;
import io.guiyi.routes.link.LinkRun;
import io.guiyi.routes.link.RunClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The ratchet of quality")
class RatchetTest {
  private static final Path KEPT = Path.of("../docs/quality.json");
  private static final String SMALL_CITY = "small city, 1500 people, seed 20261123";

  @TempDir private Path folder;

  /** Of 100 true pairs so many are found, and nothing else. */
  private static ClusterQuality found(long pairs, long merged) {
    return new ClusterQuality(200, 100, 200 - pairs, pairs, pairs, 100, merged, 1, 1);
  }

  @Test
  @DisplayName("takes what is new or better, forgives a trifle, and tells what is worse")
  void turnsOneWay() throws IOException {
    Ratchet ratchet = new Ratchet(folder.resolve("quality.json"));
    assertThat(ratchet.hold("a", found(90, 3))).isEmpty();
    assertThat(ratchet.hold("b", found(80, 0))).isEmpty();
    assertThat(ratchet.hold("a", found(95, 3))).isEmpty();
    String best = Files.readString(ratchet.file());
    assertThat(best).contains("\"a\": {\"pairwise_f1\": 0.974358, \"wrongly_merged_persons\": 3}");
    assertThat(ratchet.hold("a", found(90, 3)))
        .containsExactly("F1 0.947368 where 0.974358 was reached");
    assertThat(ratchet.hold("a", found(95, 9)))
        .containsExactly("9 persons wrongly merged where it was 3");
    assertThat(Files.readString(ratchet.file())).isEqualTo(best);
  }

  @Test
  @DisplayName("holds for a small city over all six sources")
  void smallCity() throws IOException, InterruptedException {
    PopulationSettings city =
        new PopulationSettings(
            1_500, 20261123, 1, PopulationSettings.USUAL_REFERENCE_DAY, Profile.cixi());
    LinkageFiles.write(Population.generate(city), folder);
    List<Input> inputs =
        Arrays.stream(Feed.values())
            .map(feed -> new Input(feed.source(), folder.resolve(LinkageFiles.file(feed))))
            .toList();
    Path out = folder.resolve("out");
    Path model = Path.of("../config/matching/migrants.yaml");
    new LinkRun(model, inputs, out, null, 2, LinkRun.Choices.USUAL)
        .run(new RunClock(System::nanoTime));
    ClusterQuality quality =
        new ClusterFiles(out.resolve("clusters.csv"), folder.resolve("truth.csv"), null)
            .read()
            .quality();
    Path kept = Files.copy(KEPT, folder.resolve("quality.json"));
    assertThat(new Ratchet(kept).hold(SMALL_CITY, quality)).as(quality.toString()).isEmpty();
    assertThat(KEPT).content().contains(SMALL_CITY);
  }

  @Test
  @DisplayName("has a page beside it whose rows are written anew, one by one")
  void page() throws IOException {
    Path page =
        Files.writeString(
            folder.resolve("page.md"),
            "# T\n<!-- contests -->\n| contest |\n|---|\n| `febrl3` | guiyi | old |\n"
                + "| `city` | guiyi | old |\n<!-- /contests -->\nend\n");
    Spending spent = new Spending(1.5, 2, 250_000_000);
    Score score = new Score("febrl3", "guiyi", 5_000, found(95, 0), spent, List.of());
    new BenchPage(page).write(List.of(score));
    assertThat(Files.readAllLines(page))
        .containsExactly(
            "# T",
            "<!-- contests -->",
            "| contest |",
            "|---|",
            "| `febrl3` | guiyi | 5,000 | 0.9744 | 1.0000 | 0.9500 | 0 | 1.5 | 2.0 | 0.25 | hold |",
            "| `city` | guiyi | old |",
            "<!-- /contests -->",
            "end");
  }
}
