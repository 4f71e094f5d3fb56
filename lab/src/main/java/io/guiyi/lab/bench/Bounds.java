package io.guiyi.lab.bench;

import io.guiyi.matching.evaluate.ClusterQuality;
import java.util.ArrayList;
import java.util.List;

/**
 * What an outcome must reach. A bound that is not set holds always.
 *
 * @param f1 least clustered pairwise F1
 * @param wronglyMerged most persons wrongly merged
 * @param cpuSeconds most CPU seconds
 * @param gigabytes largest resident set
 */
public record Bounds(double f1, long wronglyMerged, double cpuSeconds, double gigabytes) {

  /** No bound at all. */
  public static final Bounds NONE =
      new Bounds(0, Long.MAX_VALUE, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Of quality alone. */
  static Bounds quality(double f1, long wronglyMerged) {
    return new Bounds(f1, wronglyMerged, NONE.cpuSeconds, NONE.gigabytes);
  }

  /** Every bound that is broken, as a few words each. */
  List<String> broken(ClusterQuality quality, Spending spending) {
    List<String> broken = new ArrayList<>();
    if (quality.f1() < f1) {
      broken.add("F1 below " + f1);
    }
    if (quality.wronglyMerged() > wronglyMerged) {
      broken.add("more than %d persons wrongly merged".formatted(wronglyMerged));
    }
    if (spending.cpuSeconds() > cpuSeconds) {
      broken.add("more than %.0f CPU-s".formatted(cpuSeconds));
    }
    if (spending.peakGigabytes() > gigabytes) {
      broken.add("more than %.0f GB".formatted(gigabytes));
    }
    return List.copyOf(broken);
  }
}
