package io.guiyi.matching.pair;

import io.guiyi.matching.column.Lexicon;
import io.guiyi.matching.pair.Questions.Question;
import io.guiyi.matching.value.Hash64;
import io.guiyi.matching.value.Ladder;
import java.util.Arrays;

/**
 * Asks the questions about pairs of units. For one thread: it remembers answers about costly pairs
 * of values; what it remembers never changes an answer.
 */
public final class PairComparer {
  private static final int REMEMBERED = 1 << 13;

  private final Questions questions;
  private final Asker<?>[] askers;
  private final int[] numbers;
  private final int size;

  /** Asks these questions. */
  public PairComparer(Questions questions) {
    this.questions = questions;
    numbers = questions.numbers();
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
        : pattern
            | (long) asker.slot(numbers[a * size + comparison], numbers[b * size + comparison])
                << asker.shift;
  }

  private static final class Asker<V> {
    private final Ladder<V> ladder;
    private final Lexicon<V> lexicon;
    private final long[] signatures;
    private final boolean sameIsBest;
    private final int shift;
    private final long[] implying;
    private final long[] pairs;
    private final byte[] slots;

    Asker(Question<V> question) {
      ladder = question.ladder;
      lexicon = question.lexicon;
      signatures = question.signatures;
      sameIsBest = ladder.sameIsBest();
      shift = question.shift;
      implying = question.implying;
      pairs = new long[ladder.isCostly() ? REMEMBERED : 0];
      slots = new byte[pairs.length];
    }

    int slot(int left, int right) {
      if (left == Lexicon.MISSING || right == Lexicon.MISSING) {
        return 0;
      }
      if (left == right && sameIsBest) {
        return signatures[left] == 0 ? 0 : 1;
      }
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
      return 1
          + ladder.level(
              lexicon.value(left), lexicon.value(right), signatures[left], signatures[right]);
    }
  }
}
