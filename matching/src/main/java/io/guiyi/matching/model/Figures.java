package io.guiyi.matching.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was learnt from data.
 *
 * @param records how many records it was learnt from
 * @param prior the probability that two of them, drawn at random, are one person
 * @param comparisons the figures of each comparison, in the model's order
 */
public record Figures(long records, double prior, List<OfComparison> comparisons) {
  /** Copies the list. */
  public Figures {
    comparisons = List.copyOf(comparisons);
  }

  /**
   * The same with the terms that at least {@code bearers} records bear, so that what leaves memory
   * names nobody.
   */
  public Figures withTermsOf(int bearers) {
    return new Figures(
        records,
        prior,
        comparisons.stream()
            .map(own -> new OfComparison(own.m, own.u, common(own.terms, bearers), own.total))
            .toList());
  }

  /**
   * For how many records the prior is taken where they are not counted anew for each record: the
   * power of two nearest to as many as there are, or as there were to learn from if those were
   * more.
   *
   * @param atHand how many there are
   */
  public long population(long atHand) {
    long most = Math.max(1, Math.max(atHand, records));
    long below = Long.highestOneBit(most);
    return (double) most * most > 2.0 * below * below ? 2 * below : below;
  }

  private static Map<String, Integer> common(Map<String, Integer> terms, int bearers) {
    Map<String, Integer> common = new HashMap<>();
    terms.forEach((term, count) -> {
      if (count >= bearers) {
        common.put(term, count);
      }
    });
    return common;
  }

  /**
   * The figures of one comparison.
   *
   * @param m of each level: how often it is met among pairs of one person
   * @param u of each level: how often it is met among pairs of two
   * @param terms how many records bear each term; only common ones are listed
   * @param total how many records bear any term; 0 if terms were not counted
   */
  public record OfComparison(
      List<Double> m, List<Double> u, Map<String, Integer> terms, long total) {
    /** Copies the lists. */
    public OfComparison {
      m = List.copyOf(m);
      u = List.copyOf(u);
      terms = Map.copyOf(terms);
    }
  }
}
