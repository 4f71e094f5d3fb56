package io.guiyi.matching.cluster;

import java.util.Arrays;

/**
 * Grows clusters inside one component: the two clusters whose pairs weigh most on average are
 * joined, as long as that mean is enough (average linkage, Sokal and Michener 1958). A forbidden
 * pair keeps its clusters apart for good.
 */
final class Agglomeration {
  /** The weight of a pair that a law forbids. */
  static final long FORBIDDEN = Long.MIN_VALUE;

  private final int size;
  private final long[] sums;
  private final int[] weights;
  private final int[] clusterOf;
  private final int[] best;
  private final boolean[] gone;

  private Agglomeration(int size, long[] sums, int[] weights) {
    this.size = size;
    this.sums = sums;
    this.weights = weights;
    clusterOf = new int[size];
    Arrays.setAll(clusterOf, i -> i);
    best = new int[size];
    gone = new boolean[size];
  }

  /**
   * The clusters of a component.
   *
   * @param size how many units it has
   * @param sums the weight of each pair, row by row, or {@link #FORBIDDEN}; used up
   * @param least the mean from which clusters are joined
   * @return for each unit the first unit of its cluster
   */
  static int[] clusters(int size, long[] sums, long least) {
    int[] weights = new int[size];
    Arrays.fill(weights, 1);
    Agglomeration growing = new Agglomeration(size, sums, weights);
    growing.run(least);
    return growing.clusterOf;
  }

  private void run(long least) {
    for (int i = 0; i < size; i++) {
      best[i] = nearest(i);
    }
    while (true) {
      int from = -1;
      for (int i = 0; i < size; i++) {
        if (!gone[i] && best[i] >= 0 && (from < 0 || mean(i, best[i]) > mean(from, best[from]))) {
          from = i;
        }
      }
      if (from < 0 || mean(from, best[from]) < least) {
        return;
      }
      join(Math.min(from, best[from]), Math.max(from, best[from]));
    }
  }

  private void join(int kept, int lost) {
    gone[lost] = true;
    for (int k = 0; k < size; k++) {
      if (clusterOf[k] == lost) {
        clusterOf[k] = kept;
      }
      if (!gone[k] && k != kept) {
        long left = sums[kept * size + k];
        long right = sums[lost * size + k];
        long sum = left == FORBIDDEN || right == FORBIDDEN ? FORBIDDEN : left + right;
        sums[kept * size + k] = sum;
        sums[k * size + kept] = sum;
      }
    }
    weights[kept] += weights[lost];
    best[kept] = nearest(kept);
    for (int k = 0; k < size; k++) {
      if (!gone[k] && k != kept && (best[k] == kept || best[k] == lost)) {
        best[k] = nearest(k);
      } else if (!gone[k] && k != kept && best[k] >= 0 && mean(k, kept) > mean(k, best[k])) {
        best[k] = kept;
      }
    }
  }

  /** The cluster with the highest mean, the lowest of equals; -1 if all are forbidden. */
  private int nearest(int i) {
    int nearest = -1;
    for (int j = 0; j < size; j++) {
      if (j != i
          && !gone[j]
          && sums[i * size + j] != FORBIDDEN
          && (nearest < 0 || mean(i, j) > mean(i, nearest))) {
        nearest = j;
      }
    }
    return nearest;
  }

  private double mean(int i, int j) {
    long sum = sums[i * size + j];
    return sum == FORBIDDEN ? Double.NEGATIVE_INFINITY : sum / ((double) weights[i] * weights[j]);
  }
}
