package io.guiyi.matching.cluster;

import java.util.Arrays;

/** Pairs of units and their weights, in the order in which they were added. */
public final class Edges {
  private long[] pairs = new long[1024];
  private long[] weights = new long[1024];
  private int size;

  /** Adds a pair, {@code a < b}, and its weight in millionths of a bit. */
  public void add(int a, int b, long weight) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
    }
    pairs[size] = (long) a << 32 | b;
    weights[size++] = weight;
  }

  /** Adds all pairs of another list. */
  public void addAll(Edges other) {
    for (int i = 0; i < other.size; i++) {
      add(other.a(i), other.b(i), other.weight(i));
    }
  }

  /** How many. */
  public int size() {
    return size;
  }

  /** The first unit of a pair. */
  public int a(int edge) {
    return (int) (pairs[edge] >>> 32);
  }

  /** The second unit of a pair. */
  public int b(int edge) {
    return (int) pairs[edge];
  }

  /** The weight of a pair in millionths of a bit. */
  public long weight(int edge) {
    return weights[edge];
  }
}
