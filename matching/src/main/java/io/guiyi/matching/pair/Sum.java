package io.guiyi.matching.pair;

import io.guiyi.matching.pair.ModelWeights.Rules;
import java.util.Arrays;

/** Adds the answers about one pair under a model's caps and its laws of support. For one thread. */
final class Sum {
  private final long prior;
  private final long[] caps;
  private final int[] groupOf;
  private final long[][] leastSupport;
  private final long[] unsupported;
  private final long[] groups;
  private long sum;

  /** A bit for each support that has not spoken yet. */
  private long missing;

  Sum(ModelWeights weights) {
    Rules rules = weights.rules;
    prior = weights.prior;
    caps = rules.caps();
    groupOf = rules.groupOf();
    leastSupport = rules.leastSupport();
    unsupported = rules.unsupported();
    groups = new long[caps.length];
  }

  /** Begins with the prior. */
  void begin() {
    sum = prior;
    missing = (1L << unsupported.length) - 1;
    if (groups.length > 0) {
      Arrays.fill(groups, 0);
    }
  }

  /** Adds what a comparison weighs, in the order of the comparisons; what of it counts. */
  long add(int comparison, long weight) {
    for (int i = 0; i < leastSupport.length; i++) {
      if (weight >= leastSupport[i][comparison]) {
        missing &= ~(1L << i);
      }
    }
    int group = groupOf[comparison];
    long counted = weight;
    if (group >= 0) {
      long cap = caps[group];
      long before = Math.min(cap, groups[group]);
      groups[group] += weight;
      counted = Math.min(cap, groups[group]) - before;
    }
    sum += counted;
    return counted;
  }

  /** The sum so far. */
  long sum() {
    return sum;
  }

  /** False if a support is missing: none of the comparisons spoke that one of must. */
  boolean isSupported() {
    return missing == 0;
  }

  /** What the pair weighs when everything was added. */
  long weight() {
    long weight = sum;
    for (int i = 0; i < unsupported.length; i++) {
      if ((missing >>> i & 1) != 0) {
        weight = Math.min(weight, unsupported[i]);
      }
    }
    return weight;
  }
}
