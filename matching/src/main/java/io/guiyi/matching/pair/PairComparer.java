package io.guiyi.matching.pair;

import io.guiyi.matching.column.Lexicon;
import io.guiyi.matching.pair.Questions.Question;
import io.guiyi.matching.value.Hash64;
import io.guiyi.matching.value.Ladder;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Asks the questions about pairs of units. For one thread: it remembers answers about costly pairs
 * of values; what it remembers never changes an answer.
 */
public final class PairComparer {
  private static final int REMEMBERED = 1 << 13;

  private final Questions questions;
  private final Asker<?>[] askers;
  private final int[] rows;
  private final int size;

  /** Asks these questions. */
  public PairComparer(Questions questions) {
    this.questions = questions;
    rows = questions.rows();
    size = questions.size();
    askers = new Asker<?>[size];
    Arrays.setAll(askers, i -> new Asker<>(questions.get(i)));
  }

  /** The questions. */
  public Questions questions() {
    return questions;
  }

  /** All answers about a pair. Symmetric. */
  public long pattern(int a, int b) {
    long pattern = 0;
    for (int i = 0; i < askers.length; i++) {
      pattern = with(i, pattern, a, b);
    }
    return pattern;
  }

  /** The pattern with the answer of one more comparison. */
  long with(int comparison, long pattern, int a, int b) {
    Asker<?> asker = askers[comparison];
    return asker.implying.length > 0 && ModelQuestions.holds(pattern, asker.implying)
        ? pattern
        : pattern | (long) slot(asker, place(a, comparison), place(b, comparison)) << asker.shift;
  }

  private int place(int unit, int comparison) {
    return 2 * (unit * size + comparison);
  }

  private int slot(Asker<?> asker, int a, int b) {
    int left = rows[a];
    int right = rows[b];
    if (left == Lexicon.MISSING || right == Lexicon.MISSING) {
      return 0;
    }
    int leftTerm = rows[a + 1];
    int rightTerm = rows[b + 1];
    if (asker.sameTermIsBest) {
      if (leftTerm == Questions.NO_TERM || rightTerm == Questions.NO_TERM) {
        return 0;
      }
      return leftTerm == rightTerm ? 1 : asker.slot(left, right);
    }
    if (left == right && asker.sameIsBest) {
      return leftTerm == Questions.NO_TERM ? 0 : 1;
    }
    return asker.slot(left, right);
  }

  /** The number of a unit's term of a comparison. */
  int term(int comparison, int unit) {
    return rows[place(unit, comparison) + 1];
  }

  private static final class Asker<V> {
    private final Ladder<V> ladder;
    private final IntFunction<V> values;
    private final long[] outlines;
    private final boolean sameIsBest;
    private final boolean sameTermIsBest;
    private final int shift;
    private final long[] implying;
    private final long[] pairs;
    private final byte[] slots;

    Asker(Question<V> question) {
      ladder = question.ladder;
      values = question.lexicon::value;
      outlines = question.outlines;
      sameIsBest = ladder.sameIsBest();
      sameTermIsBest = ladder.sameTermIsBest();
      shift = question.shift;
      implying = question.implying;
      pairs = new long[ladder.isCostly() ? REMEMBERED : 0];
      slots = new byte[pairs.length];
    }

    int slot(int left, int right) {
      if (pairs.length == 0) {
        return asked(left, right);
      }
      long pair = left < right ? (long) left << 32 | right : (long) right << 32 | left;
      int place = (int) (Hash64.mix(pair) & (REMEMBERED - 1));
      if (pairs[place] != pair) {
        slots[place] = (byte) asked(left, right);
        pairs[place] = pair;
      }
      return slots[place];
    }

    private int asked(int left, int right) {
      return 1 + ladder.level(left, right, values, outlines);
    }
  }
}
