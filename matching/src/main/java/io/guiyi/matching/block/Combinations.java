package io.guiyi.matching.block;

import io.guiyi.matching.value.Hash64;
import java.util.Arrays;

/**
 * The keys that a list of facets gives to a record: every combination of their keys. The one
 * definition for a table of records and for a single one. For one thread.
 */
final class Combinations {
  /** The most keys that one value may have, and the most combinations of one record. */
  static final int MOST_KEYS = 64;

  private long[] from = new long[MOST_KEYS];
  private long[] to = new long[MOST_KEYS];
  private int count;

  /** Begins a record. */
  void begin() {
    from[0] = 1;
    count = 1;
  }

  /**
   * Combines what there is with the keys of one more facet.
   *
   * @return false if there are none, so that the record has no key
   */
  boolean with(long[] keys, int start, int end) {
    int next = 0;
    for (int i = 0; i < count; i++) {
      for (int j = start; j < end && next < MOST_KEYS; j++) {
        to[next++] = Hash64.of(from[i], keys[j]);
      }
    }
    long[] spare = from;
    from = to;
    to = spare;
    count = next;
    return next > 0;
  }

  /**
   * Writes the combinations, each once.
   *
   * @param target room for {@link #MOST_KEYS}
   * @return how many
   */
  int end(long[] target) {
    System.arraycopy(from, 0, target, 0, count);
    return distinct(target, count);
  }

  private static int distinct(long[] keys, int count) {
    if (count < 2) {
      return count;
    }
    Arrays.sort(keys, 0, count);
    int kept = 1;
    for (int i = 1; i < count; i++) {
      if (keys[i] != keys[i - 1]) {
        keys[kept++] = keys[i];
      }
    }
    return kept;
  }
}
