package io.guiyi.matching.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Clusters")
class ClustererTest {
  private static final long BIT = 1_000_000;

  private static int[] clusters(long[][] weights, long least, long floor) {
    Edges edges = new Edges();
    for (int a = 0; a < weights.length; a++) {
      for (int b = a + 1; b < weights.length; b++) {
        if (weights[a][b] >= least) {
          edges.add(a, b, weights[a][b]);
        }
      }
    }
    return new Clusterer(weights.length, least, floor, (a, b, _) -> weights[a][b]).clusters(edges);
  }

  private static long[][] none(int size, long weight) {
    long[][] weights = new long[size][size];
    Arrays.stream(weights).forEach(row -> Arrays.fill(row, weight));
    return weights;
  }

  @Test
  @DisplayName("are not chained by one heavy pair between two tight groups")
  void areNotChained() {
    long[][] weights = none(6, -8 * BIT);
    for (int a = 0; a < 3; a++) {
      for (int b = a + 1; b < 3; b++) {
        weights[a][b] = 10 * BIT;
        weights[a + 3][b + 3] = 10 * BIT;
      }
    }
    weights[2][3] = 9 * BIT;
    assertThat(clusters(weights, 0, -10 * BIT)).containsExactly(0, 0, 0, 3, 3, 3);
  }

  @Test
  @DisplayName("join what no rule proposed, where the rest of a person speaks for it")
  void joinWhatNoRuleProposed() {
    long[][] weights = none(3, 8 * BIT);
    weights[0][2] = -2 * BIT;
    assertThat(clusters(weights, 0, -10 * BIT)).containsExactly(0, 0, 0);
  }

  @Test
  @DisplayName("count one spoilt pair for no less than the floor")
  void countASpoiltPairForNoLessThanTheFloor() {
    long[][] weights = none(3, 8 * BIT);
    weights[0][2] = -100 * BIT;
    assertThat(clusters(weights, 0, -6 * BIT)).containsExactly(0, 0, 0);
    assertThat(clusters(weights, 0, -60 * BIT)).containsExactly(0, 0, 2);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  @DisplayName("never hold a forbidden pair, and never leave the component that edges make")
  void keepTheLaw(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int size = 2 + random.nextInt(14);
      long[][] weights = none(size, 0);
      for (int a = 0; a < size; a++) {
        for (int b = a + 1; b < size; b++) {
          int draw = random.nextInt(10);
          weights[a][b] =
              draw == 0 ? Clusterer.FORBIDDEN : (random.nextInt(24) - (draw < 7 ? 16 : 6)) * BIT;
        }
      }
      int[] clusters = clusters(weights, 0, -12 * BIT);
      int[] components = components(weights);
      for (int a = 0; a < size; a++) {
        for (int b = a + 1; b < size; b++) {
          if (clusters[a] == clusters[b]) {
            assertThat(weights[a][b]).isNotEqualTo(Clusterer.FORBIDDEN);
            assertThat(components[a]).isEqualTo(components[b]);
          }
        }
      }
    }
  }

  /** The oracle: a walk from every unit along all edges. */
  private static int[] components(long[][] weights) {
    int[] components = new int[weights.length];
    Arrays.fill(components, -1);
    for (int start = 0; start < weights.length; start++) {
      if (components[start] >= 0) {
        continue;
      }
      components[start] = start;
      Deque<Integer> open = new ArrayDeque<>();
      open.add(start);
      while (!open.isEmpty()) {
        int at = open.remove();
        for (int other = 0; other < weights.length; other++) {
          boolean edge = weights[Math.min(at, other)][Math.max(at, other)] >= 0 && at != other;
          if (edge && components[other] < 0) {
            components[other] = start;
            open.add(other);
          }
        }
      }
    }
    return components;
  }
}
