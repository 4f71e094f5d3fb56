package io.guiyi.routes.link;

import io.guiyi.matching.value.Hash64;
import java.util.Arrays;

/** Numbers pairs of numbers from 0, in the order in which they are met. */
final class NumberPairs {
  private long[] pairs = new long[1024];
  private int[] places = new int[4096];
  private int size;

  int number(int a, int b) {
    long pair = (long) a << 32 | b;
    int place = (int) Hash64.mix(pair) & places.length - 1;
    while (places[place] != 0) {
      if (pairs[places[place] - 1] == pair) {
        return places[place] - 1;
      }
      place = place + 1 & places.length - 1;
    }
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * size);
    }
    pairs[size] = pair;
    places[place] = ++size;
    if (2 * size > places.length) {
      spread();
    }
    return size - 1;
  }

  private void spread() {
    places = new int[2 * places.length];
    for (int number = 0; number < size; number++) {
      int place = (int) Hash64.mix(pairs[number]) & places.length - 1;
      while (places[place] != 0) {
        place = place + 1 & places.length - 1;
      }
      places[place] = number + 1;
    }
  }
}
