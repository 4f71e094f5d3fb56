package io.guiyi.matching.pair;

import io.guiyi.matching.pair.ModelWeights.Rules;
import java.util.Arrays;

/** Adds the answers about one pair under a model's caps and its law of support. For one thread. */
final class Sum {
  private final long prior;
  private final long[] caps;
  private final int[] groupOf;
  private final long[] leastSupport;
  private final long unsupported;
  private final long[] groups;
  private long sum;
  private boolean supported;

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
    supported = unsupported == Long.MAX_VALUE;
    if (groups.length > 0) {
      Arrays.fill(groups, 0);
    }
  }

  /** Adds what a comparison weighs, in the order of the comparisons; what of it counts. */
  long add(int comparison, long weight) {
    supported |= weight >= leastSupport[comparison];
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

  /** False if none of the comparisons spoke that one of must. */
  boolean isSupported() {
    return supported;
  }

  /** What the pair weighs when everything was added. */
  long weight() {
    return supported ? sum : Math.min(sum, unsupported);
  }
}
