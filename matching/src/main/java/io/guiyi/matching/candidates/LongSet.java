package io.guiyi.matching.candidates;

import java.util.Arrays;

/** Record numbers, each once, in the order in which they came. For one thread. */
final class LongSet {
  private static final int FIRST_ROOM = 64;

  private long[] numbers = new long[FIRST_ROOM];

  /** The place of a number in {@link #numbers} plus one; 0 where none lies. */
  private int[] places = new int[4 * FIRST_ROOM];

  private int size;

  /** True if the number is new. */
  boolean add(long number) {
    int at = place(number);
    if (places[at] != 0) {
      return false;
    }
    if (size == numbers.length) {
      grow();
      at = place(number);
    }
    numbers[size] = number;
    places[at] = ++size;
    return true;
  }

  boolean contains(long number) {
    return size > 0 && places[place(number)] != 0;
  }

  int size() {
    return size;
  }

  long get(int place) {
    return numbers[place];
  }

  /** Empties the set and keeps its room. */
  void clear() {
    Arrays.fill(places, 0);
    size = 0;
  }

  private int place(long number) {
    int mask = places.length - 1;
    int at = (int) (number * 0x9E3779B97F4A7C15L >>> Integer.SIZE) & mask;
    while (places[at] != 0 && numbers[places[at] - 1] != number) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    numbers = Arrays.copyOf(numbers, 2 * size);
    places = new int[4 * numbers.length];
    for (int i = 0; i < size; i++) {
      places[place(numbers[i])] = i + 1;
    }
  }
}
