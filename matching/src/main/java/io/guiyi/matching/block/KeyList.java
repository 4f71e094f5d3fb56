package io.guiyi.matching.block;

import io.guiyi.matching.value.Facet;
import io.guiyi.matching.value.Hash64;
import java.util.Arrays;

/** A growing list of facet keys, value after value. */
final class KeyList implements Facet.KeySink {
  private long[] keys = new long[16];
  private int size;
  private int end;

  /** Empties the list and keeps its room. */
  void clear() {
    size = 0;
  }

  /** Adds the keys of a value, at most {@link Combinations#MOST_KEYS}. */
  <V> void take(Facet<V> facet, V value) {
    end = size + Combinations.MOST_KEYS;
    facet.keys(value, this);
  }

  @Override
  public void add(String key) {
    if (key.isEmpty() || size >= end) {
      return;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    keys[size++] = Hash64.of(key);
  }

  int size() {
    return size;
  }

  /** The keys; behind {@link #size} stand others. Good until the next one is added. */
  long[] keys() {
    return keys;
  }

  long[] toArray() {
    return Arrays.copyOf(keys, size);
  }
}
