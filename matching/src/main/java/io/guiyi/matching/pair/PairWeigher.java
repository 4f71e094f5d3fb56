package io.guiyi.matching.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Weighs pairs of units. For one thread. */
public final class PairWeigher {
  /** Less than any weight: the pair was given up before the end. */
  public static final long TOO_LITTLE = Long.MIN_VALUE / 2;

  private final PairComparer comparer;
  private final int[] shifts;
  private final int[] masks;
  private final Weights weights;
  private final int size;
  private final long[] stillPossible;
  private final Sum sum;
  private long pattern;

  /** Weighs the answers to questions. */
  public PairWeigher(Questions questions, Weights weights) {
    shifts = new int[questions.size()];
    masks = new int[questions.size()];
    Arrays.setAll(shifts, i -> questions.model().get(i).shift());
    Arrays.setAll(masks, i -> questions.model().get(i).mask());
    this.comparer = new PairComparer(questions);
    this.weights = weights;
    sum = new Sum(weights.model);
    size = questions.size();
    stillPossible = new long[size];
    for (int i = size - 2; i >= 0; i--) {
      stillPossible[i] = stillPossible[i + 1] + weights.most[i + 1];
    }
  }

  /** The weight of a pair in millionths of a bit. Symmetric. */
  public long weight(int a, int b) {
    return weight(a, b, TOO_LITTLE);
  }

  /**
   * The weight of a pair, or {@link #TOO_LITTLE} as soon as it is certain to be less than {@code
   * least}.
   */
  public long weight(int a, int b, long least) {
    sum.begin();
    pattern = 0;
    for (int i = 0; i < size; i++) {
      pattern = comparer.with(i, pattern, a, b);
      sum.add(i, answer(i, (int) (pattern >>> shifts[i]) & masks[i], a, b));
      if (sum.sum() + stillPossible[i] < least) {
        return TOO_LITTLE;
      }
    }
    return sum.weight();
  }

  /**
   * Values that share but one of several texts may have two terms: the commoner one counts, on
   * whichever side it stands.
   */
  private long answer(int comparison, int slot, int a, int b) {
    long[] ofTerms = weights.ofTerms[comparison];
    return slot != 1 || ofTerms.length == 0
        ? weights.ofSlots[comparison][slot]
        : Math.min(ofTerms[comparer.term(comparison, a)], ofTerms[comparer.term(comparison, b)]);
  }

  /** Weighs a pair and tells how its weight came about. */
  public PairAccount account(int a, int b) {
    long whole = weight(a, b);
    List<PairAccount.Item> items = new ArrayList<>();
    sum.begin();
    for (int i = 0; i < size; i++) {
      int slot = comparer.questions().slot(i, pattern);
      long answer = answer(i, slot, a, b);
      items.add(PairAccount.item(weights.model, i, slot, answer, sum.add(i, answer)));
    }
    return new PairAccount(
        weights.prior(), items, sum.sum(), sum.isSupported(), isForbidden(), whole);
  }

  /** The answers about the pair that was weighed last; incomplete if it was given up. */
  public long pattern() {
    return pattern;
  }

  /** True if a law forbids to link the pair that was weighed last. */
  public boolean isForbidden() {
    return weights.forbids(pattern);
  }
}
