package io.guiyi.routes.evaluate;

import io.guiyi.matching.evaluate.Breakdown;
import io.guiyi.matching.evaluate.ClusterQuality;
import io.guiyi.matching.evaluate.Placements;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A clustering beside the truth.
 *
 * @param placements the records that both know
 * @param withoutTruth records of the clustering that the truth does not know
 * @param withoutCluster records of the truth that the clustering does not know
 */
public record MeasuredClusters(Placements placements, long withoutTruth, long withoutCluster) {

  /** The verdict. */
  public ClusterQuality quality() {
    return ClusterQuality.of(placements);
  }

  /** Which kinds of pairs got lost. */
  public Breakdown breakdown() {
    return Breakdown.of(placements);
  }

  /** All figures by the names of the command line's contract; shares are rounded down. */
  public Map<String, Object> figures() {
    ClusterQuality quality = quality();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("records", quality.records());
    figures.put("persons", quality.persons());
    figures.put("clusters", quality.clusters());
    figures.put("pairwise_precision", rounded(quality.precision()));
    figures.put("pairwise_recall", rounded(quality.recall()));
    figures.put("pairwise_f1", rounded(quality.f1()));
    figures.put("bcubed_precision", rounded(quality.bcubedPrecision()));
    figures.put("bcubed_recall", rounded(quality.bcubedRecall()));
    figures.put("bcubed_f1", rounded(quality.bcubedF1()));
    figures.put("wrongly_merged_persons", quality.wronglyMerged());
    figures.put("true_pairs", quality.truePairs());
    figures.put("cluster_pairs", quality.clusterPairs());
    figures.put("actual_pairs", quality.actualPairs());
    figures.put("records_without_truth", withoutTruth);
    figures.put("records_without_cluster", withoutCluster);
    return figures;
  }

  /** The same with the kinds of pairs, for a reader that is a program. */
  public Map<String, Object> figuresAndPairs() {
    Map<String, Object> figures = figures();
    Breakdown breakdown = breakdown();
    figures.put("by_sources", shares(breakdown.bySources()));
    figures.put("by_difficulty", shares(breakdown.byDifficulty()));
    return figures;
  }

  private static Map<String, Object> shares(Map<String, Breakdown.Share> shares) {
    Map<String, Object> figures = new TreeMap<>();
    shares.forEach((name, share) -> {
      Map<String, Object> own = new LinkedHashMap<>();
      own.put("actual", share.actual());
      own.put("missed", share.missed());
      own.put("wrong", share.wrong());
      own.put("recall", rounded(share.recall()));
      figures.put(name, own);
    });
    return figures;
  }

  private static double rounded(double share) {
    return Math.floor(share * 1e6) / 1e6;
  }
}
