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

/**
 * What each answer weighs in a population: log2(m/u) in millionths of a bit, and for terms that
 * were counted log2(m/share of the term). The same for columns and for single records. Immutable.
 */
public final class ModelWeights {
  /** Nobody counts further how many bear a term. */
  public static final int MOST_BEARERS = 4_096;

  /** A term is never held to be rarer than this many records bear it: a slip is not rare. */
  private static final int FEWEST_BEARERS = 4;

  final long prior;
  final long[][] ofSlots;
  final Rules rules;
  private final ModelQuestions questions;
  private final Figures figures;
  private final long population;

  /**
   * The model's laws, bound to the places of its comparisons.
   *
   * @param cannotLink answers that forbid a link
   * @param groupOf the group of capped comparisons that each belongs to, or -1
   * @param caps the most that each group weighs
   * @param leastSupport of each support that a pair needs: what each comparison must weigh to be it
   * @param unsupported of each support: the most that a pair without it weighs
   */
  @SuppressWarnings("ArrayRecordComponent") // never leaves the package, never compared
  record Rules(
      long[] cannotLink, int[] groupOf, long[] caps, long[][] leastSupport, long[] unsupported) {
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
      long[][] leastSupport = new long[laws.supports().size()][questions.size()];
      for (int i = 0; i < leastSupport.length; i++) {
        Support support = laws.supports().get(i);
        Arrays.fill(leastSupport[i], Long.MAX_VALUE);
        for (String comparison : support.comparisons()) {
          leastSupport[i][questions.place(comparison)] = Bits.of(support.least(comparison));
        }
      }
      return new Rules(
          questions.patterns(laws.cannotLink()),
          groupOf,
          caps,
          leastSupport,
          laws.supports().stream().mapToLong(support -> Bits.of(support.otherwise())).toArray());
    }
  }

  /**
   * The weights of a model in a population.
   *
   * @param questions of the same model
   * @param population how many records there are: with twice as many, two drawn at random are half
   *     as often one person
   */
  public ModelWeights(TrainedModel model, ModelQuestions questions, long population) {
    this.questions = questions;
    this.population = population;
    figures = model.figures();
    double share = Math.min(0.5, figures.prior() * figures.records() / Math.max(1, population));
    prior = Bits.log2(share / (1 - share));
    ofSlots = new long[questions.size()][];
    for (int i = 0; i < ofSlots.length; i++) {
      ofSlots[i] = slots(figures.comparisons().get(i), questions.levels(i));
    }
    rules = Rules.of(model.description(), questions);
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

  /** The questions whose answers are weighed. */
  public ModelQuestions questions() {
    return questions;
  }

  /** For how many records the prior is taken. */
  public long population() {
    return population;
  }

  /** The weight before anything was asked. */
  public long prior() {
    return prior;
  }

  /** True if the rarity of a comparison's term says how much agreement is worth. */
  public boolean hasTerms(int comparison) {
    return questions.comparison(comparison).frequency()
        && figures.comparisons().get(comparison).total() > 0;
  }

  /**
   * The weight of agreement on a term. The model says how many bear it; where more do among the
   * records at hand, the value has become a common one, and they say it.
   *
   * @param atHand how many records at hand bear it; more than {@link #MOST_BEARERS} count as many
   */
  public long ofTerm(int comparison, String term, int atHand) {
    Figures.OfComparison learnt = figures.comparisons().get(comparison);
    long known = learnt.terms().getOrDefault(term, 0);
    long counted = Math.min(atHand, MOST_BEARERS);
    long scaled =
        counted * figures.records() / Math.max(population, Math.max(1, figures.records()));
    long bearers = Math.max(FEWEST_BEARERS, Math.max(known, scaled));
    return Bits.log2(learnt.m().getFirst() * learnt.total() / bearers);
  }

  /** The weight of an answer whose rarity does not count; 0 for missing. */
  public long ofSlot(int comparison, int slot) {
    return ofSlots[comparison][slot];
  }

  /** True if a law forbids to link a pair with these answers. */
  public boolean forbids(long pattern) {
    return ModelQuestions.holds(pattern, rules.cannotLink());
  }
}
