package io.guiyi.matching.block;

import java.util.Arrays;

/** A growing array of ints. */
final class IntList {
  private int[] ints = new int[1024];
  private int size;

  void add(int value) {
    if (size == ints.length) {
      ints = Arrays.copyOf(ints, 2 * size);
    }
    ints[size++] = value;
  }

  int size() {
    return size;
  }

  int[] toArray() {
    return Arrays.copyOf(ints, size);
  }
}
