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
  private final Weights.Rules rules;
  private final int size;
  private final long[] stillPossible;
  private final long[] groups;
  private long pattern;

  /** Weighs the answers to questions. */
  public PairWeigher(Questions questions, Weights weights) {
    shifts = new int[questions.size()];
    masks = new int[questions.size()];
    Arrays.setAll(shifts, i -> questions.model().get(i).shift());
    Arrays.setAll(masks, i -> questions.model().get(i).mask());
    this.comparer = new PairComparer(questions);
    this.weights = weights;
    rules = weights.rules;
    groups = new long[rules.caps().length];
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
    long weight = weights.prior;
    boolean supported = false;
    pattern = 0;
    if (groups.length > 0) {
      Arrays.fill(groups, 0);
    }
    for (int i = 0; i < size; i++) {
      pattern = comparer.with(i, pattern, a, b);
      long answer = answer(i, (int) (pattern >>> shifts[i]) & masks[i], a, b);
      supported |= answer >= rules.leastSupport()[i];
      int group = rules.groupOf()[i];
      if (group < 0) {
        weight += answer;
      } else {
        long cap = rules.caps()[group];
        long before = Math.min(cap, groups[group]);
        groups[group] += answer;
        weight += Math.min(cap, groups[group]) - before;
      }
      if (weight + stillPossible[i] < least) {
        return TOO_LITTLE;
      }
    }
    return supported ? weight : Math.min(weight, rules.unsupported());
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
    long[] sums = new long[groups.length];
    long sum = weights.prior;
    boolean supported = rules.unsupported() == Long.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      int slot = comparer.questions().slot(i, pattern);
      long answer = answer(i, slot, a, b);
      supported |= answer >= rules.leastSupport()[i];
      long counted = answer;
      int group = rules.groupOf()[i];
      if (group >= 0) {
        long cap = rules.caps()[group];
        long before = Math.min(cap, sums[group]);
        sums[group] += answer;
        counted = Math.min(cap, sums[group]) - before;
      }
      sum += counted;
      long level = weights.ofSlots[i][slot];
      items.add(
          new PairAccount.Item(
              comparer.questions().comparison(i).name(),
              slot == 0 ? "" : comparer.questions().levels(i).get(slot - 1),
              level,
              answer - level,
              counted));
    }
    return new PairAccount(weights.prior, items, sum, supported, isForbidden(), whole);
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
