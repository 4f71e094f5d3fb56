package io.guiyi.matching.pair;

import java.util.ArrayList;
import java.util.List;

/**
 * Weighs pairs of single records as {@link PairWeigher} weighs pairs of units: the same values in
 * the same population have the same pattern and the same weight. For one thread.
 */
public final class RecordWeigher {
  private final ModelQuestions questions;
  private final ModelWeights weights;
  private final TermWeight terms;
  private final boolean[] hasTerms;
  private final Sum sum;
  private long pattern;

  /** What agreement on a term weighs. */
  @FunctionalInterface
  public interface TermWeight {
    /** In millionths of a bit; see {@link ModelWeights#ofTerm}. */
    long of(int comparison, String term);
  }

  /** Weighs the answers to a model's questions. */
  public RecordWeigher(ModelWeights weights, TermWeight terms) {
    this.questions = weights.questions();
    this.weights = weights;
    this.terms = terms;
    sum = new Sum(weights);
    hasTerms = new boolean[questions.size()];
    for (int i = 0; i < hasTerms.length; i++) {
      hasTerms[i] = weights.hasTerms(i);
    }
  }

  /** The weight of a pair in millionths of a bit. Symmetric. */
  public long weight(RecordValues a, RecordValues b) {
    sum.begin();
    pattern = 0;
    for (int i = 0; i < hasTerms.length; i++) {
      sum.add(i, answer(i, slot(i, a, b), a, b));
    }
    return sum.weight();
  }

  /** Asks one question more; the slot of its answer, 0 for missing. */
  private int slot(int comparison, RecordValues a, RecordValues b) {
    ModelQuestions.Asked<?> asked = questions.get(comparison);
    Object left = a.value(asked.field());
    Object right = b.value(asked.field());
    if (left == null
        || right == null
        || (asked.implying().length > 0 && ModelQuestions.holds(pattern, asked.implying()))) {
      return 0;
    }
    int slot = 1 + level(asked, left, right);
    pattern |= (long) slot << asked.shift();
    return slot;
  }

  @SuppressWarnings("unchecked") // a field's value is of its kind
  private static <V> int level(ModelQuestions.Asked<V> asked, Object a, Object b) {
    return asked.ladder().level((V) a, (V) b);
  }

  private long answer(int comparison, int slot, RecordValues a, RecordValues b) {
    if (slot != 1 || !hasTerms[comparison]) {
      return weights.ofSlot(comparison, slot);
    }
    String left = a.term(comparison);
    String right = b.term(comparison);
    long weight = left.isEmpty() ? 0 : terms.of(comparison, left);
    return left.equals(right)
        ? weight
        : Math.min(weight, right.isEmpty() ? 0 : terms.of(comparison, right));
  }

  /** Weighs a pair and tells how its weight came about. */
  public PairAccount account(RecordValues a, RecordValues b) {
    List<PairAccount.Item> items = new ArrayList<>();
    sum.begin();
    pattern = 0;
    for (int i = 0; i < hasTerms.length; i++) {
      int slot = slot(i, a, b);
      long answer = answer(i, slot, a, b);
      items.add(PairAccount.item(weights, i, slot, answer, sum.add(i, answer)));
    }
    return new PairAccount(
        weights.prior(), items, sum.sum(), sum.isSupported(), isForbidden(), sum.weight());
  }

  /** The answers about the pair that was weighed last. */
  public long pattern() {
    return pattern;
  }

  /** True if a law forbids to link the pair that was weighed last. */
  public boolean isForbidden() {
    return weights.forbids(pattern);
  }
}
