package io.guiyi.matching.estimate;

import io.guiyi.matching.block.Blocks;
import io.guiyi.matching.column.Lexicon;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.model.Figures;
import io.guiyi.matching.model.ModelDescription.BlockingRule;
import io.guiyi.matching.model.ModelDescription.Given;
import io.guiyi.matching.pair.PairComparer;
import io.guiyi.matching.pair.Questions;
import io.guiyi.matching.value.Hash64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns a model's figures from a table. Deterministic: the same contents give the same figures.
 */
public final class Estimator {
  private static final int RANDOM_PAIRS = 400_000;
  private static final int PAIRS_OF_A_RULE = 300_000;

  private final RecordTable table;
  private final Questions questions;
  private final PairComparer comparer;
  private final List<String> notes = new ArrayList<>();

  /** Learns from the units of a table. */
  public Estimator(RecordTable table, Questions questions) {
    this.table = table;
    this.questions = questions;
    this.comparer = new PairComparer(questions);
  }

  /** What people should know about what was learnt; complete after {@link #figures}. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** The figures. */
  public Figures figures() {
    List<Map<String, Integer>> terms = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      terms.add(terms(i));
    }
    double[][] u = distinctPairs(terms);
    double prior = prior();
    double[][] m = samePairs(u);
    List<Figures.OfComparison> comparisons = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      boolean counted = questions.comparison(i).frequency();
      comparisons.add(
          new Figures.OfComparison(
              boxed(m[i]),
              boxed(u[i]),
              counted ? terms.get(i) : Map.of(),
              counted ? terms.get(i).values().stream().mapToLong(c -> c).sum() : 0));
      check(i, m[i], u[i]);
    }
    return new Figures(table.records(), prior, comparisons);
  }

  private static List<Double> boxed(double[] figures) {
    return Arrays.stream(figures).boxed().toList();
  }

  private void check(int comparison, double[] m, double[] u) {
    String name = questions.comparison(comparison).name();
    if (m[0] <= u[0]) {
      notes.add("%s: the best level is met no more often among one person's pairs".formatted(name));
    }
    double last = m[0] / u[0];
    for (int level = 1; level < m.length; level++) {
      if (m[level] / u[level] > last) {
        notes.add(
            "%s: level %s weighs more than the one above it"
                .formatted(name, questions.levels(comparison).get(level)));
      }
      last = m[level] / u[level];
    }
  }

  private Map<String, Integer> terms(int comparison) {
    int[] counts = new int[questions.terms(comparison).size()];
    int[] ofUnits = questions.termOfUnits(comparison);
    for (int unit = 0; unit < ofUnits.length; unit++) {
      counts[ofUnits[unit]] += table.members(unit);
    }
    Map<String, Integer> terms = new HashMap<>();
    for (int term = 1; term < counts.length; term++) {
      terms.put(questions.terms(comparison).get(term), counts[term]);
    }
    return terms;
  }

  /** u of all levels from random pairs; of equality exactly, from the counts of terms. */
  private double[][] distinctPairs(List<Map<String, Integer>> terms) {
    int[] unitAt = new int[table.records()];
    int at = 0;
    for (int unit = 0; unit < table.units(); unit++) {
      for (int i = 0; i < table.members(unit); i++) {
        unitAt[at++] = unit;
      }
    }
    long[][] counts = new long[questions.size()][];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new long[questions.levels(i).size() + 1];
    }
    for (int i = 0; i < RANDOM_PAIRS; i++) {
      int a = (int) Long.remainderUnsigned(Hash64.mix(2L * i + 1), unitAt.length);
      int b = (int) Long.remainderUnsigned(Hash64.mix(2L * i + 2), unitAt.length);
      if (a != b) {
        long pattern = comparer.pattern(unitAt[a], unitAt[b]);
        for (int c = 0; c < counts.length; c++) {
          counts[c][questions.slot(c, pattern)]++;
        }
      }
    }
    double[][] u = new double[counts.length][];
    for (int c = 0; c < counts.length; c++) {
      u[c] = shares(counts[c]);
      if (questions.levels(c).getFirst().equals("same")) {
        exact(u[c], terms.get(c));
      }
    }
    table.model().training().given().forEach(given -> give(given, u));
    return u;
  }

  private void give(Given given, double[][] u) {
    for (int c = 0; c < u.length; c++) {
      int level = questions.levels(c).indexOf(given.level());
      if (questions.comparison(c).name().equals(given.comparison()) && level >= 0) {
        u[c][level] = given.u();
        return;
      }
    }
    throw new IllegalArgumentException(
        "model %s gives a figure for %s of %s, which it does not ask"
            .formatted(table.model().name(), given.level(), given.comparison()));
  }

  private static double[] shares(long[] counts) {
    double[] shares = new double[counts.length - 1];
    double sum = 0;
    for (int level = 0; level < shares.length; level++) {
      shares[level] = counts[level + 1] + 0.5;
      sum += shares[level];
    }
    for (int level = 0; level < shares.length; level++) {
      shares[level] /= sum;
    }
    return shares;
  }

  private static void exact(double[] u, Map<String, Integer> terms) {
    long total = 0;
    long equal = 0;
    for (int count : terms.values()) {
      total += count;
      equal += (long) count * (count - 1);
    }
    double best = (equal + 1.0) / ((double) total * Math.max(1, total - 1) + 1);
    double rest = (1 - best) / (1 - u[0]);
    u[0] = best;
    for (int level = 1; level < u.length; level++) {
      u[level] *= rest;
    }
  }

  /** Pairs that the certain rules propose, each once, divided by their recall and by all pairs. */
  private double prior() {
    Blocks blocks = Blocks.of(table, table.model().training().certain());
    long[] pairs = new long[1];
    int[] seen = new int[table.units()];
    for (int unit = 0; unit < table.units(); unit++) {
      long members = table.members(unit);
      pairs[0] += members * (members - 1) / 2;
      blocks.after(unit, seen, (a, b) -> pairs[0] += (long) table.members(a) * table.members(b));
    }
    double all = table.records() * (table.records() - 1.0) / 2;
    return Math.min(0.5, (pairs[0] + 1) / table.model().training().recall() / Math.max(1, all));
  }

  private double[][] samePairs(double[][] u) {
    double[][] sums = new double[u.length][];
    double[] times = new double[u.length];
    for (int c = 0; c < sums.length; c++) {
      sums[c] = new double[u[c].length];
    }
    for (BlockingRule rule : table.model().training().learn()) {
      PatternCounts pairs = pairsOf(rule);
      boolean[] asked = asked(rule);
      Expectation.Learnt learnt = new Expectation(questions, asked, u, pairs).run();
      notes.add(
          "learn by %s: %d pairs, %.1f %% one person, %d rounds%s"
              .formatted(
                  rule.text(),
                  pairs.pairs(),
                  100 * learnt.share(),
                  learnt.rounds(),
                  learnt.converged() ? "" : ", not at rest"));
      for (int c = 0; c < sums.length; c++) {
        for (int level = 0; level < learnt.m()[c].length; level++) {
          sums[c][level] += learnt.m()[c][level];
        }
        times[c] += learnt.m()[c].length > 0 ? 1 : 0;
      }
    }
    for (int c = 0; c < sums.length; c++) {
      if (times[c] == 0) {
        throw new IllegalArgumentException(
            "no learning rule of model %s leaves %s open; add one without the field %s"
                .formatted(
                    table.model().name(),
                    questions.comparison(c).name(),
                    questions.comparison(c).field()));
      }
      for (int level = 0; level < sums[c].length; level++) {
        sums[c][level] /= times[c];
      }
    }
    return sums;
  }

  private PatternCounts pairsOf(BlockingRule rule) {
    Blocks blocks = Blocks.of(table, List.of(rule));
    PatternCounts counts = new PatternCounts();
    int left = PAIRS_OF_A_RULE;
    for (int block = 0; block < blocks.size() && left > 0; block++) {
      left -=
          blocks.pairsOf(
              block,
              left,
              (a, b) ->
                  counts.add(comparer.pattern(a, b), (long) table.members(a) * table.members(b)));
    }
    double part =
        Math.min(1, PAIRS_OF_A_RULE / (double) Math.max(1, blocks.report().getFirst().pairs()));
    equalPairs(rule, (int) (part * table.units()), counts);
    return counts;
  }

  /** Records that say the same are pairs too; without them m would be learnt from the others. */
  private void equalPairs(BlockingRule rule, int units, PatternCounts counts) {
    List<int[]> columns =
        rule.keys().stream().map(key -> table.column(table.field(key.field()))).toList();
    for (int unit = 0; unit < units; unit++) {
      long members = table.members(unit);
      int at = unit;
      if (members > 1 && columns.stream().noneMatch(own -> own[at] == Lexicon.MISSING)) {
        counts.add(comparer.pattern(unit, unit), members * (members - 1) / 2);
      }
    }
  }

  /** A rule teaches nothing about what its own keys fix. */
  private boolean[] asked(BlockingRule rule) {
    boolean[] asked = new boolean[questions.size()];
    for (int c = 0; c < asked.length; c++) {
      asked[c] = table.model().leavesOpen(rule, questions.comparison(c));
    }
    return asked;
  }
}
