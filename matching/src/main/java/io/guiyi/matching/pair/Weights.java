package io.guiyi.matching.pair;

import io.guiyi.matching.model.Figures;
import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.ModelDescription.Laws;
import io.guiyi.matching.model.ModelDescription.Support;
import io.guiyi.matching.model.TrainedModel;
import io.guiyi.matching.value.Ladder;
import io.guiyi.matching.weigh.Bits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What each answer weighs: log2(m/u) in millionths of a bit, and for terms that were counted
 * log2(m/share of the term). Immutable; made for the records of one run, because the prior follows
 * their number.
 */
public final class Weights {
  /** A term is never held to be rarer than this many records bear it: a slip is not rare. */
  private static final int FEWEST_BEARERS = 4;

  final long prior;
  final long[][] ofSlots;
  final long[][] ofTerms;
  final long[] most;
  final Rules rules;

  /**
   * The model's laws, bound to the places of its comparisons.
   *
   * @param cannotLink answers that forbid a link
   * @param groupOf the group of capped comparisons that each belongs to, or -1
   * @param caps the most that each group weighs
   * @param leastSupport what each must weigh to be the support that a pair needs
   * @param unsupported the most that a pair without support weighs
   */
  record Rules(
      long[] cannotLink, int[] groupOf, long[] caps, long[] leastSupport, long unsupported) {
    static Rules of(ModelDescription model, ModelQuestions questions) {
      Laws laws = model.laws();
      int[] groupOf = new int[questions.size()];
      Arrays.fill(groupOf, -1);
      long[] caps = new long[laws.capped().size()];
      for (int group = 0; group < caps.length; group++) {
        caps[group] = Bits.of(laws.capped().get(group).most());
        for (String comparison : laws.capped().get(group).comparisons()) {
          groupOf[questions.place(comparison)] = group;
        }
      }
      Support support = laws.support();
      long[] leastSupport = new long[questions.size()];
      Arrays.fill(leastSupport, Long.MAX_VALUE);
      for (String comparison : support.comparisons()) {
        leastSupport[questions.place(comparison)] = Bits.of(support.least());
      }
      return new Rules(
          questions.patterns(laws.cannotLink()),
          groupOf,
          caps,
          leastSupport,
          support.comparisons().isEmpty() ? Long.MAX_VALUE : Bits.of(support.otherwise()));
    }
  }

  private Weights(long prior, long[][] ofSlots, long[][] ofTerms, Rules rules) {
    this.prior = prior;
    this.rules = rules;
    this.ofSlots = ofSlots;
    this.ofTerms = ofTerms;
    most = new long[ofSlots.length];
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
   * @param records how many there are: with twice as many, two drawn at random are half as often
   *     one person
   */
  public static Weights of(TrainedModel model, Questions questions, long records) {
    Figures figures = model.figures();
    double prior = Math.min(0.5, figures.prior() * figures.records() / Math.max(1, records));
    long[][] ofSlots = new long[questions.size()][];
    long[][] ofTerms = new long[questions.size()][];
    for (int i = 0; i < ofSlots.length; i++) {
      Figures.OfComparison learnt = figures.comparisons().get(i);
      ofSlots[i] = slots(learnt, questions.levels(i));
      ofTerms[i] =
          questions.comparison(i).frequency() && learnt.total() > 0
              ? terms(learnt, questions.terms(i))
              : new long[0];
    }
    return new Weights(
        Bits.log2(prior / (1 - prior)),
        ofSlots,
        ofTerms,
        Rules.of(model.description(), questions.model()));
  }

  private static long[] slots(Figures.OfComparison learnt, List<String> levels) {
    long[] slots = new long[learnt.m().size() + 1];
    for (int level = 0; level < learnt.m().size(); level++) {
      slots[level + 1] =
          levels.get(level).equals(Ladder.NOTHING)
              ? 0
              : Bits.log2(learnt.m().get(level) / learnt.u().get(level));
    }
    return slots;
  }

  private static long[] terms(Figures.OfComparison learnt, List<String> terms) {
    Map<String, Integer> bearers = learnt.terms();
    double best = learnt.m().getFirst();
    long[] weights = new long[terms.size()];
    for (int term = 1; term < weights.length; term++) {
      int count = Math.max(FEWEST_BEARERS, bearers.getOrDefault(terms.get(term), 0));
      weights[term] = Bits.log2(best * learnt.total() / count);
    }
    return weights;
  }

  /** True if a law forbids to link a pair with these answers. */
  public boolean forbids(long pattern) {
    return ModelQuestions.holds(pattern, rules.cannotLink());
  }

  /** The weight before anything was asked. */
  public long prior() {
    return prior;
  }

  /** The weight of an answer; 0 for missing. */
  public long ofSlot(int comparison, int slot) {
    return ofSlots[comparison][slot];
  }
}
