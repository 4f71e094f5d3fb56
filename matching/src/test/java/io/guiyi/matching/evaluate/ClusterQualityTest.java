package io.guiyi.matching.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The quality of a clustering")
class ClusterQualityTest {

  /** Each letter is a record's cluster, each digit below it the person it is about. */
  private static Placements placed(String clusters, String persons) {
    Placements.Builder builder = Placements.builder();
    for (int i = 0; i < clusters.length(); i++) {
      builder.add("s", clusters.substring(i, i + 1), persons.substring(i, i + 1));
    }
    return builder.build();
  }

  @ParameterizedTest(name = "{0} for {1}: precision {2}, recall {3}, {4} wrongly merged")
  @CsvSource({
    "aab, 112, 1, 1, 0",
    "abc, 112, 1, 0, 0",
    "aaa, 112, 0.3333, 1, 2",
    "aabb, 1212, 0, 0, 2",
    "aaabb, 11222, 0.5, 0.5, 2",
    "abcd, 1234, 1, 1, 0",
  })
  @DisplayName("counts pairs and the persons that share a cluster")
  void pairs(String clusters, String persons, double precision, double recall, long wronglyMerged) {
    ClusterQuality quality = ClusterQuality.of(placed(clusters, persons));
    assertThat(quality.precision()).isCloseTo(precision, within(1e-4));
    assertThat(quality.recall()).isCloseTo(recall, within(1e-4));
    assertThat(quality.wronglyMerged()).isEqualTo(wronglyMerged);
    assertThat(quality.records()).isEqualTo(clusters.length());
  }

  @Test
  @DisplayName("gives each record its share of its cluster and of its person, by B-cubed")
  void bcubed() {
    // Records 1 and 2 are half of their cluster's three minus one: (2/3 + 2/3 + 1/3 + 1) / 4.
    ClusterQuality quality = ClusterQuality.of(placed("aaab", "1122"));
    assertThat(quality.bcubedPrecision()).isCloseTo(8.0 / 12, within(1e-9));
    assertThat(quality.bcubedRecall()).isCloseTo(3.0 / 4, within(1e-9));
    assertThat(quality.bcubedF1()).isCloseTo(12.0 / 17, within(1e-9));
  }

  @Test
  @DisplayName("is perfect where there is nothing to get wrong")
  void nothing() {
    ClusterQuality quality = ClusterQuality.of(Placements.builder().build());
    assertThat(quality.f1()).isEqualTo(1);
    assertThat(quality.bcubedF1()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @DisplayName("agrees with looking at every pair")
  void agreesWithEveryPair(long seed) {
    Random random = new Random(seed);
    List<int[]> records = new ArrayList<>();
    Placements.Builder builder = Placements.builder();
    for (int i = 0; i < 120; i++) {
      int[] record = {random.nextInt(30), random.nextInt(25)};
      records.add(record);
      builder.add("s", "c" + record[0], "p" + record[1]);
    }
    long inBoth = 0;
    long inCluster = 0;
    long inPerson = 0;
    Set<Integer> merged = new HashSet<>();
    for (int i = 0; i < records.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean cluster = records.get(i)[0] == records.get(j)[0];
        boolean person = records.get(i)[1] == records.get(j)[1];
        inBoth += cluster && person ? 1 : 0;
        inCluster += cluster ? 1 : 0;
        inPerson += person ? 1 : 0;
        if (cluster && !person) {
          merged.add(records.get(i)[1]);
          merged.add(records.get(j)[1]);
        }
      }
    }
    ClusterQuality quality = ClusterQuality.of(builder.build());
    assertThat(quality.truePairs()).as("seed %d", seed).isEqualTo(inBoth);
    assertThat(quality.clusterPairs()).as("seed %d", seed).isEqualTo(inCluster);
    assertThat(quality.actualPairs()).as("seed %d", seed).isEqualTo(inPerson);
    assertThat(quality.wronglyMerged()).as("seed %d", seed).isEqualTo(merged.size());
  }

  @Test
  @DisplayName("is refused for more labels than a breakdown can tell apart")
  void tooManyLabels() {
    Placements.Builder builder = Placements.builder();
    for (int i = 0; i < Placements.LABELS_MAX; i++) {
      builder.add("s", "c", "p", List.of("label " + i));
    }
    assertThatThrownBy(() -> builder.add("s", "c", "p", List.of("one more")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("63 labels");
  }
}
