package io.guiyi.matching.link;

import io.guiyi.matching.block.Blocks;
import java.util.List;

/**
 * What linking gave.
 *
 * @param clusterOf of each record, by the place at which it was added; records with the same number
 *     are one person
 * @param clusters how many persons
 * @param review pairs for people, the heaviest first
 * @param reviewsLeftOut how many more there were, lighter than those
 * @param blocks what the blocking rules gave, and how many units were not searched fully
 * @param pairs how many pairs were weighed
 * @param kept how many of them weighed enough to matter
 * @param views the same records at the other thresholds that the model names
 */
public record LinkResult(
    int[] clusterOf,
    int clusters,
    List<ReviewPair> review,
    long reviewsLeftOut,
    Blocks blocks,
    long pairs,
    long kept,
    List<View> views) {
  /** Copies the lists. */
  public LinkResult {
    review = List.copyOf(review);
    views = List.copyOf(views);
  }

  /**
   * Clusters at another threshold.
   *
   * @param name {@code strict} or {@code broad}
   * @param link from which mean weight on clusters were joined, in bits
   * @param clusterOf of each record, as in {@link LinkResult#clusterOf}
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  public record View(String name, double link, int[] clusterOf) {}
}
