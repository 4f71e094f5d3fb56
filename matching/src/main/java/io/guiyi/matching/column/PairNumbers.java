package io.guiyi.matching.column;

import io.guiyi.matching.value.Hash64;
import java.util.Arrays;

/** Numbers for pairs of numbers, from 0 in the order in which they come. */
final class PairNumbers {
  private static final int FIRST_ROOM = 1 << 10;
  private static final long FREE = -1;

  private long[] pairs = new long[FIRST_ROOM];
  private int[] numbers = new int[FIRST_ROOM];
  private int size;

  PairNumbers() {
    Arrays.fill(pairs, FREE);
  }

  /** The number of a pair of numbers that are not negative; the next one if it is new. */
  int of(int first, int second) {
    if (2 * size >= pairs.length) {
      grow();
    }
    long pair = (long) first << 32 | second;
    int at = place(pairs, pair);
    if (pairs[at] == FREE) {
      pairs[at] = pair;
      numbers[at] = size++;
    }
    return numbers[at];
  }

  private static int place(long[] pairs, long pair) {
    int at = (int) Hash64.mix(pair) & (pairs.length - 1);
    while (pairs[at] != FREE && pairs[at] != pair) {
      at = (at + 1) & (pairs.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] oldPairs = pairs;
    int[] oldNumbers = numbers;
    pairs = new long[2 * oldPairs.length];
    Arrays.fill(pairs, FREE);
    numbers = new int[pairs.length];
    for (int i = 0; i < oldPairs.length; i++) {
      if (oldPairs[i] != FREE) {
        int at = place(pairs, oldPairs[i]);
        pairs[at] = oldPairs[i];
        numbers[at] = oldNumbers[i];
      }
    }
  }
}
