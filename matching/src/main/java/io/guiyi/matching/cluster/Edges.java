package io.guiyi.matching.cluster;

import java.util.Arrays;

/** Pairs of units and their weights, in the order in which they were added. */
public final class Edges {
  private static final int FIRST_ROOM = 1024;

  private long[] pairs;
  private long[] weights;
  private int size;

  /** No edges. */
  public Edges() {
    this(FIRST_ROOM);
  }

  private Edges(int room) {
    pairs = new long[room];
    weights = new long[room];
  }

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

  /**
   * Some of the edges, between other numbers for the same units.
   *
   * @param which of the edges: what stands in it from {@code from} to before {@code to}
   * @param numbers the other number of each unit, in the same order
   */
  Edges some(int[] which, int from, int to, int[] numbers) {
    Edges some = new Edges(to - from);
    for (int i = from; i < to; i++) {
      some.add(numbers[a(which[i])], numbers[b(which[i])], weight(which[i]));
    }
    return some;
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
