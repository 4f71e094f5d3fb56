package io.guiyi.matching.cluster;

import java.util.Arrays;

/**
 * Grows clusters inside one component: the two clusters whose pairs weigh most on average are
 * joined, as long as that mean is enough (average linkage, Sokal and Michener 1958). A forbidden
 * pair keeps its clusters apart for good.
 *
 * <p>Two clusters without a pair that anybody weighed cannot be joined: a mean that is enough needs
 * a pair that is, and such pairs are what blocking looks for. As soon as one pair between two
 * clusters is known, all of them are weighed. So most pairs of a component never are.
 */
final class Agglomeration {
  /** The weight of a pair that a law forbids. */
  static final long FORBIDDEN = Long.MIN_VALUE;

  /** Stands for a pair that was not weighed. */
  static final long UNKNOWN = Long.MAX_VALUE;

  private static final int NONE = -1;

  private final int size;
  private final long[] sums;
  private final PairWeight weight;
  private final int[] weights;
  private final int[] clusterOf;
  private final int[] nextMember;
  private final int[] lastMember;
  private final int[] best;
  private final double[] bestMean;
  private final boolean[] gone;

  /** The weight of a pair by the places of its units in the component. */
  @FunctionalInterface
  interface PairWeight {
    /** The weight, or {@link #FORBIDDEN}. */
    long of(int a, int b);
  }

  private Agglomeration(int size, long[] sums, PairWeight weight) {
    this.size = size;
    this.sums = sums;
    this.weight = weight;
    weights = new int[size];
    Arrays.fill(weights, 1);
    clusterOf = new int[size];
    lastMember = new int[size];
    for (int i = 0; i < size; i++) {
      clusterOf[i] = i;
      lastMember[i] = i;
    }
    nextMember = new int[size];
    Arrays.fill(nextMember, NONE);
    best = new int[size];
    bestMean = new double[size];
    gone = new boolean[size];
  }

  /**
   * The clusters of a component.
   *
   * @param size how many units it has
   * @param sums the weight of each pair, row by row, {@link #FORBIDDEN} or {@link #UNKNOWN}; used
   *     up
   * @param least the mean from which clusters are joined
   * @param weight weighs what is unknown
   * @return for each unit the first unit of its cluster
   */
  static int[] clusters(int size, long[] sums, long least, PairWeight weight) {
    Agglomeration growing = new Agglomeration(size, sums, weight);
    growing.run(least);
    return growing.clusterOf;
  }

  private void run(long least) {
    for (int i = 0; i < size; i++) {
      findBest(i);
    }
    while (true) {
      int from = 0;
      for (int i = 1; i < size; i++) {
        if (bestMean[i] > bestMean[from]) {
          from = i;
        }
      }
      if (!(bestMean[from] >= least)) {
        break;
      }
      join(Math.min(from, best[from]), Math.max(from, best[from]));
    }
    for (int i = 0; i < size; i++) {
      if (!gone[i]) {
        for (int member = i; member != NONE; member = nextMember[member]) {
          clusterOf[member] = i;
        }
      }
    }
  }

  private void join(int kept, int lost) {
    gone[lost] = true;
    bestMean[lost] = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < size; k++) {
      if (!gone[k] && k != kept) {
        long sum = joined(kept, lost, k);
        sums[kept * size + k] = sum;
        sums[k * size + kept] = sum;
      }
    }
    weights[kept] += weights[lost];
    nextMember[lastMember[kept]] = lost;
    lastMember[kept] = lastMember[lost];
    findBest(kept);
    for (int k = 0; k < size; k++) {
      if (gone[k] || k == kept) {
        continue;
      }
      double mean = mean(k, kept);
      if (best[k] == kept || best[k] == lost) {
        findBest(k);
      } else if (mean > bestMean[k]) {
        best[k] = kept;
        bestMean[k] = mean;
      }
    }
  }

  /** The sum between {@code k} and the two that are joined; weighs what is unknown of one side. */
  private long joined(int kept, int lost, int k) {
    long left = sums[kept * size + k];
    long right = sums[lost * size + k];
    if (left == FORBIDDEN || right == FORBIDDEN) {
      return FORBIDDEN;
    }
    if (left == UNKNOWN && right == UNKNOWN) {
      return UNKNOWN;
    }
    long known = left == UNKNOWN ? between(kept, k) : left;
    if (known == FORBIDDEN) {
      return FORBIDDEN;
    }
    long other = right == UNKNOWN ? between(lost, k) : right;
    return other == FORBIDDEN ? FORBIDDEN : known + other;
  }

  /** The weights of all pairs between two clusters. */
  private long between(int one, int other) {
    long sum = 0;
    for (int a = one; a != NONE; a = nextMember[a]) {
      for (int b = other; b != NONE; b = nextMember[b]) {
        long own = weight.of(a, b);
        if (own == FORBIDDEN) {
          return FORBIDDEN;
        }
        sum += own;
      }
    }
    return sum;
  }

  /** Finds the cluster with the highest mean, the lowest of equals; none if there is no known. */
  private void findBest(int i) {
    int nearest = NONE;
    double highest = Double.NEGATIVE_INFINITY;
    int row = i * size;
    for (int j = 0; j < size; j++) {
      long sum = sums[row + j];
      if (sum != UNKNOWN && sum != FORBIDDEN && j != i && !gone[j]) {
        double mean = sum / ((double) weights[i] * weights[j]);
        if (mean > highest) {
          nearest = j;
          highest = mean;
        }
      }
    }
    best[i] = nearest;
    bestMean[i] = highest;
  }

  private double mean(int i, int j) {
    long sum = sums[i * size + j];
    return sum == FORBIDDEN || sum == UNKNOWN
        ? Double.NEGATIVE_INFINITY
        : sum / ((double) weights[i] * weights[j]);
  }
}
