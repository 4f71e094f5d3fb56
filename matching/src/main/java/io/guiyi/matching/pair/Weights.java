package io.guiyi.matching.pair;

import io.guiyi.matching.model.TrainedModel;
import java.util.Arrays;
import java.util.List;

/**
 * What each answer weighs among the records of a table: the {@link ModelWeights} and the weights of
 * the table's terms. Immutable; made for the records of one run.
 */
public final class Weights {
  final ModelWeights model;
  final long[][] ofSlots;
  final long[][] ofTerms;
  final long[] most;

  private Weights(ModelWeights model, long[][] ofTerms) {
    this.model = model;
    this.ofTerms = ofTerms;
    ofSlots = model.ofSlots;
    most = new long[ofTerms.length];
    for (int i = 0; i < most.length; i++) {
      most[i] = Math.max(0, Arrays.stream(ofSlots[i]).max().orElse(0));
      if (ofTerms[i].length > 0) {
        most[i] = Math.max(most[i], Arrays.stream(ofTerms[i]).max().orElse(0));
      }
    }
  }

  /**
   * The weights of a model for the records at hand.
   *
   * @param population for how many records the prior is taken; usually as many as there are
   */
  public static Weights of(TrainedModel model, Questions questions, long population) {
    ModelWeights weights = new ModelWeights(model, questions.model(), population);
    long[][] ofTerms = new long[questions.size()][];
    for (int i = 0; i < ofTerms.length; i++) {
      ofTerms[i] = weights.hasTerms(i) ? terms(weights, questions, i) : new long[0];
    }
    return new Weights(weights, ofTerms);
  }

  private static long[] terms(ModelWeights model, Questions questions, int comparison) {
    List<String> terms = questions.terms(comparison);
    int[] bearers = questions.bearers(comparison);
    long[] weights = new long[terms.size()];
    for (int term = 1; term < weights.length; term++) {
      weights[term] = model.ofTerm(comparison, terms.get(term), bearers[term]);
    }
    return weights;
  }

  /** True if a law forbids to link a pair with these answers. */
  public boolean forbids(long pattern) {
    return model.forbids(pattern);
  }

  /** The weight before anything was asked. */
  public long prior() {
    return model.prior();
  }

  /** The weight of an answer; 0 for missing. */
  public long ofSlot(int comparison, int slot) {
    return ofSlots[comparison][slot];
  }
}
