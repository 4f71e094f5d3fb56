package io.guiyi.matching.estimate;

import io.guiyi.matching.pair.Questions;
import java.util.Arrays;

/**
 * Expectation maximisation over pattern counts with u held fast (Winkler 1988; as in Splink, each
 * call learns m of the comparisons that the pairs' blocking rule does not fix).
 */
final class Expectation {
  private static final int MOST_ROUNDS = 500;
  private static final double STANDING_STILL = 1e-6;
  private static final double LEAST = 1e-9;

  /**
   * What was learnt.
   *
   * @param share the share of pairs that are one person
   * @param m of each comparison and level; an empty array for comparisons left out
   * @param rounds how many rounds it took
   * @param converged false if it was stopped at the last round
   */
  record Learnt(double share, double[][] m, int rounds, boolean converged) {}

  private final Questions questions;
  private final boolean[] asked;
  private final double[][] u;
  private final long[] patterns;
  private final long[] counts;

  Expectation(Questions questions, boolean[] asked, double[][] u, PatternCounts pairs) {
    this.questions = questions;
    this.asked = asked;
    this.u = u;
    patterns = pairs.patterns();
    counts = Arrays.stream(patterns).map(pairs::count).toArray();
  }

  Learnt run() {
    double[][] m = start();
    double share = 0.5;
    for (int round = 1; round <= MOST_ROUNDS; round++) {
      double[][] weight = new double[m.length][];
      Arrays.setAll(weight, i -> new double[levels(i)]);
      double ones = 0;
      double all = 0;
      for (int p = 0; p < patterns.length; p++) {
        double one = chance(patterns[p], share, m) * counts[p];
        ones += one;
        all += counts[p];
        for (int i = 0; i < m.length; i++) {
          int slot = questions.slot(i, patterns[p]);
          if (asked[i] && slot > 0) {
            weight[i][slot - 1] += one;
          }
        }
      }
      double moved = Math.abs(share - ones / all);
      share = Math.clamp(ones / all, LEAST, 1 - LEAST);
      moved = Math.max(moved, improve(m, weight));
      if (moved < STANDING_STILL) {
        return new Learnt(share, m, round, true);
      }
    }
    return new Learnt(share, m, MOST_ROUNDS, false);
  }

  private int levels(int comparison) {
    return asked[comparison] ? u[comparison].length : 0;
  }

  /** The best level is met in nine pairs of ten, each further one in a third of the former. */
  private double[][] start() {
    double[][] m = new double[u.length][];
    for (int i = 0; i < m.length; i++) {
      m[i] = new double[levels(i)];
      double share = 0.9;
      double sum = 0;
      for (int level = 0; level < m[i].length; level++) {
        m[i][level] = share;
        sum += share;
        share = level == 0 ? 0.05 : share / 2;
      }
      for (int level = 0; level < m[i].length; level++) {
        m[i][level] /= sum;
      }
    }
    return m;
  }

  private double chance(long pattern, double share, double[][] m) {
    double one = share;
    double two = 1 - share;
    for (int i = 0; i < m.length; i++) {
      int slot = questions.slot(i, pattern);
      if (asked[i] && slot > 0) {
        one *= m[i][slot - 1];
        two *= u[i][slot - 1];
      }
    }
    return one / (one + two);
  }

  private static double improve(double[][] m, double[][] weight) {
    double moved = 0;
    for (int i = 0; i < m.length; i++) {
      double sum = Arrays.stream(weight[i]).sum();
      for (int level = 0; level < m[i].length && sum > 0; level++) {
        double better = Math.max(LEAST, weight[i][level] / sum);
        moved = Math.max(moved, Math.abs(better - m[i][level]));
        m[i][level] = better;
      }
    }
    return moved;
  }
}
