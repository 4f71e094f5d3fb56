package io.guiyi.matching.evaluate;

/**
 * How good a clustering is.
 *
 * <p>Pairwise: of all pairs of records that it puts into one cluster, which share is right
 * (precision), and of all pairs that are one person in truth, which share it found (recall).
 * B-cubed (Bagga and Baldwin, "Entity-based cross-document coreferencing using the vector space
 * model", COLING 1998): the same shares for each record within its own cluster and its own person,
 * averaged over the records, so that one large cluster weighs no more than its records.
 *
 * @param records records measured
 * @param persons true persons among them
 * @param clusters clusters among them
 * @param truePairs pairs that are together in both
 * @param clusterPairs pairs that the clustering puts together
 * @param actualPairs pairs that belong together
 * @param wronglyMerged true persons with a record in a cluster that also holds another true
 *     person's record
 * @param bcubedPrecision 0 to 1; 1 without records
 * @param bcubedRecall 0 to 1; 1 without records
 */
public record ClusterQuality(
    long records,
    long persons,
    long clusters,
    long truePairs,
    long clusterPairs,
    long actualPairs,
    long wronglyMerged,
    double bcubedPrecision,
    double bcubedRecall) {

  /** Measures them. */
  public static ClusterQuality of(Placements placements) {
    int[] order = placements.byClusterAndPerson();
    int[] personSizes = new int[placements.personCount()];
    for (int record : order) {
      personSizes[placements.person(record)]++;
    }
    boolean[] merged = new boolean[personSizes.length];
    long truePairs = 0;
    long clusterPairs = 0;
    double precise = 0;
    double recalled = 0;
    for (int from = 0, to; from < order.length; from = to) {
      to = endOfCluster(placements, order, from);
      clusterPairs += pairs(to - from);
      for (int at = from, end; at < to; at = end) {
        end = endOfCell(placements, order, at, to);
        int person = placements.person(order[at]);
        long together = end - at;
        truePairs += pairs(together);
        precise += (double) together * together / (to - from);
        recalled += (double) together * together / personSizes[person];
        merged[person] |= together < to - from;
      }
    }
    int count = order.length;
    return new ClusterQuality(
        count,
        personSizes.length,
        placements.clusterCount(),
        truePairs,
        clusterPairs,
        pairs(personSizes),
        count(merged),
        count == 0 ? 1 : precise / count,
        count == 0 ? 1 : recalled / count);
  }

  static int endOfCluster(Placements placements, int[] order, int from) {
    int cluster = placements.cluster(order[from]);
    int to = from + 1;
    while (to < order.length && placements.cluster(order[to]) == cluster) {
      to++;
    }
    return to;
  }

  /** The end of the records of one person within a cluster that ends at {@code clusterEnd}. */
  static int endOfCell(Placements placements, int[] order, int from, int clusterEnd) {
    int person = placements.person(order[from]);
    int to = from + 1;
    while (to < clusterEnd && placements.person(order[to]) == person) {
      to++;
    }
    return to;
  }

  /** Pairs among so many. */
  static long pairs(long count) {
    return count * (count - 1) / 2;
  }

  private static long pairs(int[] sizes) {
    long pairs = 0;
    for (int size : sizes) {
      pairs += pairs(size);
    }
    return pairs;
  }

  private static long count(boolean[] flags) {
    long count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }

  /** Share of the clustering's pairs that are right; 1 if it made none. */
  public double precision() {
    return clusterPairs == 0 ? 1 : (double) truePairs / clusterPairs;
  }

  /** Share of the right pairs that the clustering made; 1 if there are none. */
  public double recall() {
    return actualPairs == 0 ? 1 : (double) truePairs / actualPairs;
  }

  /** Harmonic mean of pairwise precision and recall; 0 if both are. */
  public double f1() {
    return harmonicMean(precision(), recall());
  }

  /** Harmonic mean of B-cubed precision and recall. */
  public double bcubedF1() {
    return harmonicMean(bcubedPrecision, bcubedRecall);
  }

  private static double harmonicMean(double one, double other) {
    return one + other == 0 ? 0 : 2 * one * other / (one + other);
  }
}
