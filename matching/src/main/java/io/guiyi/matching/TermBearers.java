package io.guiyi.matching;

import io.guiyi.matching.pair.ModelWeights;
import io.guiyi.matching.pair.RecordWeigher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weighs terms by those who bear them now, each counted once for a decision. For one thread. */
final class TermBearers implements RecordWeigher.TermWeight {
  private final ModelWeights weights;
  private final Count count;
  private final List<Map<String, Integer>> known = new ArrayList<>();

  /** Counts. */
  @FunctionalInterface
  interface Count {
    /** How many records bear a term, the one that is decided about included. */
    int of(int comparison, String term);
  }

  TermBearers(ModelWeights weights, Count count) {
    this.weights = weights;
    this.count = count;
    for (int i = 0; i < weights.questions().size(); i++) {
      known.add(new HashMap<>());
    }
  }

  /** How many records bear a term. */
  int bearers(int comparison, String term) {
    return known.get(comparison).computeIfAbsent(term, unknown -> count.of(comparison, unknown));
  }

  @Override
  public long of(int comparison, String term) {
    return weights.ofTerm(comparison, term, bearers(comparison, term));
  }
}
