package io.guiyi.routes.link;

import io.guiyi.matching.block.Blocks;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.model.TrainedModel;
import io.guiyi.matching.pair.PairWeigher;
import io.guiyi.matching.pair.Questions;
import io.guiyi.matching.pair.Weights;
import io.guiyi.matching.weigh.Bits;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/** The candidate pairs of a table by weight, in bins of one bit: at most so many of them. */
final class PairSample {
  /** The lowest and the highest bin. */
  static final int LOWEST = -40;

  static final int HIGHEST = 60;

  /** The most pairs that are weighed. */
  private static final int MOST_PAIRS = 500_000;

  /** Nobody knows whether a pair is one person. */
  static final int UNKNOWN = 0;

  /** A pair is one person. */
  static final int ONE = 1;

  /** A pair is two persons. */
  static final int TWO = 2;

  private final long[][] counts = new long[3][HIGHEST - LOWEST + 1];
  private long pairs;

  /**
   * Weighs pairs of contents.
   *
   * @param truth says of two units {@link #UNKNOWN}, {@link #ONE} or {@link #TWO}
   */
  static PairSample of(RecordTable table, TrainedModel model, IntBinaryOperator truth) {
    Questions questions = Questions.of(table);
    PairWeigher weigher = new PairWeigher(questions, Weights.of(model, questions, table.records()));
    Blocks blocks = Blocks.of(table, table.model().blocking());
    PairSample sample = new PairSample();
    int[] seen = new int[table.units()];
    for (int unit = 0; unit < table.units() && sample.pairs < MOST_PAIRS; unit++) {
      blocks.after(unit, seen, (a, b) -> sample.add(weigher.weight(a, b), truth.applyAsInt(a, b)));
    }
    return sample;
  }

  private void add(long weight, int truth) {
    long bin = Math.clamp(Math.floorDiv(weight, Bits.ONE), LOWEST, HIGHEST);
    counts[truth][(int) bin - LOWEST]++;
    pairs++;
  }

  /** How many pairs were weighed. */
  long pairs() {
    return pairs;
  }

  /** How many pairs of a bin are known to be so. */
  long count(int truth, int bin) {
    return counts[truth][bin - LOWEST];
  }

  /** How many pairs of a bin there are. */
  long count(int bin) {
    return count(UNKNOWN, bin) + count(ONE, bin) + count(TWO, bin);
  }

  /** How many pairs are known to be so, from a bin on. */
  long from(int truth, int bin) {
    return Arrays.stream(counts[truth], bin - LOWEST, HIGHEST - LOWEST + 1).sum();
  }
}
