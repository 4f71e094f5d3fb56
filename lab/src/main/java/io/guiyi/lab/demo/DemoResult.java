package io.guiyi.lab.demo;

import io.guiyi.lab.quality.HubQuality;
import io.guiyi.records.Conservation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one demo showed.
 *
 * @param counts what became of every row read in this run
 * @param sources the same by source, in the order in which they are configured
 * @param persons living consolidated persons
 * @param reviewCases open review cases
 * @param feedEntries feed entries that were to be delivered in this run: those it appended, and any
 *     that a killed run had left
 * @param delivered entries acknowledged during this run
 * @param outstanding entries of any run that no subscriber has acknowledged
 * @param deliveredTwice entries whose effect was applied more than once, in any run
 * @param quality against the truth
 * @param seconds from the first pull to the last acknowledgement
 * @param stateDigest over persons, links and feed entries
 */
public record DemoResult(
    Conservation counts,
    Map<String, Conservation> sources,
    long persons,
    long reviewCases,
    long feedEntries,
    long delivered,
    long outstanding,
    long deliveredTwice,
    HubQuality quality,
    double seconds,
    String stateDigest) {
  private static final double LEAST_PRECISION = 0.99;
  private static final double LEAST_RECALL = 0.95;
  private static final double LEAST_QUARANTINED = 0.001;
  private static final double MOST_QUARANTINED = 0.05;

  /** Below this, the shares of faults are a matter of luck. */
  private static final int ROWS_FOR_SHARES = 1_000;

  /** Below this, it may be that no row leaves anything to ask. */
  private static final int ROWS_FOR_REVIEW = 5_000;

  /** The figures by the names of the command line's contract. */
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    putCounts(figures, counts);
    figures.put("persons", persons);
    figures.put("review_cases", reviewCases);
    figures.put("feed_entries", feedEntries);
    figures.put("delivered", delivered);
    figures.put("delivered_twice", deliveredTwice);
    figures.put("pairwise_precision", rounded(quality.clusters().precision(), 1e6));
    figures.put("pairwise_recall", rounded(quality.clusters().recall(), 1e6));
    figures.put("wrongly_merged_persons", quality.clusters().wronglyMerged());
    figures.put("seconds", rounded(seconds, 1e3));
    figures.put("records_per_second", rounded(counts.read() / seconds, 10));
    figures.put("state_digest", stateDigest);
    figures.put("sources", sources.entrySet().stream().map(DemoResult::source).toList());
    return figures;
  }

  private static Map<String, Object> source(Map.Entry<String, Conservation> source) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("name", source.getKey());
    putCounts(figures, source.getValue());
    return figures;
  }

  private static void putCounts(Map<String, Object> figures, Conservation counts) {
    figures.put("records_read", counts.read());
    figures.put("new", counts.fresh());
    figures.put("changed", counts.changed());
    figures.put("unchanged", counts.unchanged());
    figures.put("withdrawn", counts.withdrawn());
    figures.put("stale", counts.stale());
    figures.put("quarantined", counts.quarantined());
  }

  /** Every bound that does not hold, a sentence each; empty if the demo kept its promises. */
  public List<String> brokenBounds() {
    List<String> broken = new ArrayList<>();
    double quarantined = (double) counts.quarantined() / Math.max(1, counts.read());
    check(broken, counts.read() > 0, "no record was read");
    check(
        broken,
        quality.clusters().precision() >= LEAST_PRECISION,
        "precision is below " + LEAST_PRECISION);
    check(broken, quality.clusters().recall() >= LEAST_RECALL, "recall is below " + LEAST_RECALL);
    if (counts.read() >= ROWS_FOR_SHARES) {
      check(
          broken,
          quarantined >= LEAST_QUARANTINED && quarantined <= MOST_QUARANTINED,
          "the share of quarantined rows is outside 0.1 % to 5 %");
    }
    if (counts.read() >= ROWS_FOR_REVIEW) {
      check(broken, reviewCases > 0, "there is no review case");
    }
    check(broken, outstanding == 0, outstanding + " feed entries were not delivered");
    check(broken, deliveredTwice == 0, deliveredTwice + " feed entries took effect twice");
    return broken;
  }

  private static void check(List<String> broken, boolean holds, String sentence) {
    if (!holds) {
      broken.add(sentence);
    }
  }

  private static double rounded(double value, double places) {
    return Math.floor(value * places) / places;
  }
}
