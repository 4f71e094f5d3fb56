package io.guiyi.lab.bench.resolve;

import java.util.Arrays;

/** How long things took. */
final class Latencies {
  private final long[] nanos;
  private int size;

  /** Room for so many. */
  Latencies(int most) {
    nanos = new long[most];
  }

  void add(long taken) {
    nanos[size++] = taken;
  }

  /** The time within which this share of them was done, in milliseconds. */
  double within(double share) {
    if (size == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, size);
    Arrays.sort(sorted);
    int place = (int) Math.ceil(share * size) - 1;
    return sorted[Math.clamp(place, 0, size - 1)] / 1e6;
  }
}
