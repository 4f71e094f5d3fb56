package io.guiyi.lab.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.matching.evaluate.ClusterQuality;
import io.guiyi.routes.evaluate.ClusterFiles;
import io.guiyi.routes.evaluate.MeasuredClusters;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The naive rule")
class NaiveRuleTest {

  @TempDir private Path folder;

  private MeasuredClusters measured(double errors) throws IOException {
    Population city = Population.generate(new PopulationSettings(3000, 5, errors));
    LinkageFiles.write(city, folder);
    Path clusters = folder.resolve("clusters.csv");
    NaiveRule.apply(folder, clusters);
    return new ClusterFiles(clusters, folder.resolve("truth.csv"), folder.resolve("difficulty.csv"))
        .read();
  }

  @Test
  @DisplayName("finds nearly everybody of a clean city and merges nobody")
  void clean() throws IOException {
    ClusterQuality quality = measured(0).quality();
    assertThat(quality.recall()).isGreaterThan(0.995);
    assertThat(quality.wronglyMerged()).isLessThan(5);
  }

  @Test
  @DisplayName("loses people and merges others where mistakes are made, and every record counts")
  void dirty() throws IOException {
    MeasuredClusters measured = measured(1);
    assertThat(measured.quality().f1()).isBetween(0.9, 0.99);
    assertThat(measured.quality().wronglyMerged()).isPositive();
    assertThat(measured.withoutTruth()).isZero();
    assertThat(measured.withoutCluster()).isZero();
  }

  @Test
  @DisplayName("groups are the connected components, whatever joined them")
  void groups() {
    Groups groups = new Groups();
    for (int i = 0; i < 2000; i++) {
      groups.add();
    }
    for (int i = 3; i < 2000; i++) {
      groups.join(i, i - 3);
    }
    assertThat(groups.of(1998)).isZero();
    assertThat(groups.of(1999)).isEqualTo(1);
    assertThat(groups.of(2)).isEqualTo(2);
  }
}
