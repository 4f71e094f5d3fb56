package io.guiyi.matching.cluster;

import java.util.Arrays;

/** From weighed pairs to clusters of units. */
public final class Clusterer {
  /** A component with more units is cut by asking for more weight, two bits at a time. */
  static final int MOST_UNITS = 1_000;

  private static final long STRICTER = 2_000_000;

  private final int units;
  private final long least;
  private final long floor;
  private final PairWeight weight;

  /** The weight of a pair that a law forbids. */
  public static final long FORBIDDEN = Agglomeration.FORBIDDEN;

  /** The weight of any pair of units, in millionths of a bit. */
  @FunctionalInterface
  public interface PairWeight {
    /** The weight, anything below {@code least} if it is less than that, or {@link #FORBIDDEN}. */
    long of(int a, int b, long least);
  }

  /**
   * Makes clusters.
   *
   * @param units how many there are
   * @param least the mean weight from which clusters are joined
   * @param floor the least that one pair can weigh in a mean
   * @param weight weighs pairs that no edge names
   */
  public Clusterer(int units, long least, long floor, PairWeight weight) {
    this.units = units;
    this.least = least;
    this.floor = floor;
    this.weight = weight;
  }

  /** For each unit the lowest unit of its cluster. */
  public int[] clusters(Edges edges) {
    int[] all = new int[units];
    Arrays.setAll(all, unit -> unit);
    int[] clusterOf = all.clone();
    settle(all, edges, least, clusterOf);
    return clusterOf;
  }

  /**
   * Joins what hangs together by edges of at least {@code enough}.
   *
   * @param some units in ascending order
   * @param edges between their places
   */
  private void settle(int[] some, Edges edges, long enough, int[] clusterOf) {
    Components components = new Components(some.length);
    for (int edge = 0; edge < edges.size(); edge++) {
      if (edges.weight(edge) >= enough) {
        components.join(edges.a(edge), edges.b(edge));
      }
    }
    int[] rootOf = new int[some.length];
    int[] starts = new int[some.length + 1];
    for (int place = 0; place < some.length; place++) {
      rootOf[place] = components.rootOf(place);
      starts[rootOf[place] + 1]++;
    }
    int[] edgeStarts = new int[some.length + 1];
    for (int edge = 0; edge < edges.size(); edge++) {
      int root = rootOf[edges.a(edge)];
      if (root == rootOf[edges.b(edge)]) {
        edgeStarts[root + 1]++;
      }
    }
    for (int root = 0; root < some.length; root++) {
      starts[root + 1] += starts[root];
      edgeStarts[root + 1] += edgeStarts[root];
    }
    int[] members = new int[some.length];
    int[] places = new int[some.length];
    int[] next = starts.clone();
    for (int place = 0; place < some.length; place++) {
      int at = next[rootOf[place]]++;
      members[at] = some[place];
      places[place] = at - starts[rootOf[place]];
    }
    int[] own = new int[edgeStarts[some.length]];
    next = edgeStarts.clone();
    for (int edge = 0; edge < edges.size(); edge++) {
      int root = rootOf[edges.a(edge)];
      if (root == rootOf[edges.b(edge)]) {
        own[next[root]++] = edge;
      }
    }
    for (int root = 0; root < some.length; root++) {
      int size = starts[root + 1] - starts[root];
      if (size == 2) {
        clusterOf[members[starts[root] + 1]] = members[starts[root]];
      } else if (size > 2) {
        Edges inside = edges.some(own, edgeStarts[root], edgeStarts[root + 1], places);
        int[] component = Arrays.copyOfRange(members, starts[root], starts[root + 1]);
        if (size > MOST_UNITS) {
          settle(component, inside, enough + STRICTER, clusterOf);
        } else {
          grow(component, inside, clusterOf);
        }
      }
    }
  }

  private void grow(int[] some, Edges edges, int[] clusterOf) {
    int size = some.length;
    boolean isWhole = edges.size() == size * (size - 1) / 2;
    for (int edge = 0; edge < edges.size() && isWhole; edge++) {
      isWhole = edges.weight(edge) >= least;
    }
    if (isWhole) {
      // Every pair weighs enough, so that every order of merges ends in one cluster.
      for (int unit : some) {
        clusterOf[unit] = some[0];
      }
      return;
    }
    long[] sums = new long[size * size];
    Arrays.fill(sums, Agglomeration.UNKNOWN);
    for (int edge = 0; edge < edges.size(); edge++) {
      int a = edges.a(edge);
      int b = edges.b(edge);
      sums[a * size + b] = Math.max(floor, edges.weight(edge));
      sums[b * size + a] = Math.max(floor, edges.weight(edge));
    }
    int[] clusters =
        Agglomeration.clusters(
            size,
            sums,
            least,
            (a, b) -> {
              int first = some[Math.min(a, b)];
              long weighed = weight.of(first, some[Math.max(a, b)], floor);
              return weighed == FORBIDDEN ? FORBIDDEN : Math.max(floor, weighed);
            });
    for (int i = 0; i < size; i++) {
      clusterOf[some[i]] = some[clusters[i]];
    }
  }
}
