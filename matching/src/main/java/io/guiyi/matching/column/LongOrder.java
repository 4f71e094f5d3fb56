package io.guiyi.matching.column;

/**
 * Sorts 64-bit keys that carry an int each; equal keys keep their order.
 *
 * <p>A radix sort from the lowest of the upper 33 bits upwards, then insertion within the few runs
 * that agree in those: keys are digests, so that runs are short unless the keys are equal.
 */
public final class LongOrder {
  private static final int DIGIT = 11;
  private static final int BUCKETS = 1 << DIGIT;
  private static final int FIRST_SHIFT = 31;

  private LongOrder() {}

  /** Sorts the first {@code size} keys, read as unsigned, and their companions with them. */
  public static void sort(long[] keys, int[] companions, int size) {
    long[] from = keys;
    int[] fromInts = companions;
    long[] to = new long[size];
    int[] toInts = new int[size];
    for (int shift = FIRST_SHIFT; shift < Long.SIZE; shift += DIGIT) {
      int[] place = places(from, size, shift);
      for (int i = 0; i < size; i++) {
        int at = place[(int) (from[i] >>> shift) & (BUCKETS - 1)]++;
        to[at] = from[i];
        toInts[at] = fromInts[i];
      }
      long[] spare = from;
      from = to;
      to = spare;
      int[] spareInts = fromInts;
      fromInts = toInts;
      toInts = spareInts;
    }
    // Three passes leave the result in the spare arrays.
    System.arraycopy(from, 0, keys, 0, size);
    System.arraycopy(fromInts, 0, companions, 0, size);
    finish(keys, companions, size);
  }

  private static int[] places(long[] keys, int size, int shift) {
    int[] place = new int[BUCKETS];
    for (int i = 0; i < size; i++) {
      place[(int) (keys[i] >>> shift) & (BUCKETS - 1)]++;
    }
    int sum = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int count = place[bucket];
      place[bucket] = sum;
      sum += count;
    }
    return place;
  }

  private static void finish(long[] keys, int[] companions, int size) {
    for (int i = 1; i < size; i++) {
      long key = keys[i];
      if (Long.compareUnsigned(keys[i - 1], key) <= 0) {
        continue;
      }
      int companion = companions[i];
      int j = i;
      while (j > 0 && Long.compareUnsigned(keys[j - 1], key) > 0) {
        keys[j] = keys[j - 1];
        companions[j] = companions[j - 1];
        j--;
      }
      keys[j] = key;
      companions[j] = companion;
    }
  }
}
