package io.guiyi.matching.decide;

import java.util.ArrayList;
import java.util.List;

/**
 * Local agglomeration: clusters that stand and one record more. As among all records of a table,
 * the two clusters whose pairs weigh most on average are joined, as long as that mean is enough;
 * forbidden pairs keep their clusters apart. Ties go to those who stand first.
 */
final class Gathering {
  /** The sum of clusters that law or fact keeps apart. */
  static final long FORBIDDEN = Long.MIN_VALUE;

  private final int size;
  private final long[][] sums;
  private final long[] sizes;
  private final boolean[] gone;
  private final List<List<Integer>> members = new ArrayList<>();

  /**
   * Clusters; the record's own stands at place 0.
   *
   * @param sums between any two of them, the weights of all pairs together; used up
   * @param sizes how many units each has; used up
   */
  Gathering(long[][] sums, long[] sizes) {
    this.size = sizes.length;
    this.sums = sums;
    this.sizes = sizes;
    gone = new boolean[size];
    for (int i = 0; i < size; i++) {
      members.add(new ArrayList<>(List.of(i)));
    }
  }

  /** The places that end up with place 0, itself included, in ascending order. */
  int[] aroundRecord(long least) {
    while (joinBest(least)) {
      // Until no mean is enough.
    }
    return members.getFirst().stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private boolean joinBest(long least) {
    int left = -1;
    int right = -1;
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size && !gone[i]; j++) {
        if (!gone[j] && sums[i][j] != FORBIDDEN) {
          double mean = sums[i][j] / ((double) sizes[i] * sizes[j]);
          if (mean >= least && mean > best) {
            left = i;
            right = j;
            best = mean;
          }
        }
      }
    }
    if (left < 0) {
      return false;
    }
    join(left, right);
    return true;
  }

  private void join(int kept, int lost) {
    gone[lost] = true;
    members.get(kept).addAll(members.get(lost));
    sizes[kept] += sizes[lost];
    for (int k = 0; k < size; k++) {
      if (k != kept && k != lost) {
        long a = sums[kept][k];
        long b = sums[lost][k];
        long sum = a == FORBIDDEN || b == FORBIDDEN ? FORBIDDEN : a + b;
        sums[kept][k] = sum;
        sums[k][kept] = sum;
      }
    }
  }
}
