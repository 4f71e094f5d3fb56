package io.guiyi.matching.cluster;

import java.util.Arrays;

/** From weighed pairs to clusters of units. */
public final class Clusterer {
  /** A component with more units is cut by asking for more weight, two bits at a time. */
  static final int MOST_UNITS = 1_000;

  private static final long UNKNOWN = Long.MAX_VALUE;
  private static final long STRICTER = 2_000_000;

  private final int units;
  private final long least;
  private final long floor;
  private final PairWeight weight;
  private final int[] place;

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
    place = new int[units];
  }

  /** For each unit the lowest unit of its cluster. */
  public int[] clusters(Edges edges) {
    int[] clusterOf = new int[units];
    Arrays.setAll(clusterOf, unit -> unit);
    int[] all = new int[edges.size()];
    Arrays.setAll(all, edge -> edge);
    settle(edges, all, all.length, least, clusterOf);
    return clusterOf;
  }

  /** Joins what hangs together by the given edges of at least {@code enough}. */
  private void settle(Edges edges, int[] among, int count, long enough, int[] clusterOf) {
    Components components = new Components(units);
    for (int i = 0; i < count; i++) {
      int edge = among[i];
      if (edges.weight(edge) >= enough) {
        components.join(edges.a(edge), edges.b(edge));
      }
    }
    int[] sizes = new int[units];
    for (int unit = 0; unit < units; unit++) {
      sizes[components.rootOf(unit)]++;
    }
    int[] edgeCounts = new int[units];
    for (int i = 0; i < count; i++) {
      int root = components.rootOf(edges.a(among[i]));
      if (root == components.rootOf(edges.b(among[i]))) {
        edgeCounts[root]++;
      }
    }
    int[] starts = new int[units + 1];
    int[] edgeStarts = new int[units + 1];
    for (int unit = 0; unit < units; unit++) {
      starts[unit + 1] = starts[unit] + sizes[unit];
      edgeStarts[unit + 1] = edgeStarts[unit] + edgeCounts[unit];
    }
    int[] members = new int[units];
    int[] next = starts.clone();
    for (int unit = 0; unit < units; unit++) {
      members[next[components.rootOf(unit)]++] = unit;
    }
    int[] own = new int[edgeStarts[units]];
    next = edgeStarts.clone();
    for (int i = 0; i < count; i++) {
      int root = components.rootOf(edges.a(among[i]));
      if (root == components.rootOf(edges.b(among[i]))) {
        own[next[root]++] = among[i];
      }
    }
    for (int root = 0; root < units; root++) {
      if (sizes[root] < 2) {
        continue;
      }
      int[] some = Arrays.copyOfRange(members, starts[root], starts[root + 1]);
      int[] someEdges = Arrays.copyOfRange(own, edgeStarts[root], edgeStarts[root + 1]);
      if (some.length > MOST_UNITS) {
        settle(edges, someEdges, someEdges.length, enough + STRICTER, clusterOf);
      } else {
        grow(edges, some, someEdges, clusterOf);
      }
    }
  }

  private void grow(Edges edges, int[] some, int[] someEdges, int[] clusterOf) {
    if (some.length == 2) {
      clusterOf[some[1]] = some[0];
      return;
    }
    int size = some.length;
    long[] sums = new long[size * size];
    Arrays.fill(sums, UNKNOWN);
    for (int i = 0; i < size; i++) {
      place[some[i]] = i;
    }
    for (int edge : someEdges) {
      sums[place[edges.a(edge)] * size + place[edges.b(edge)]] = edges.weight(edge);
    }
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        long known = sums[i * size + j];
        long weighed = known != UNKNOWN ? known : weight.of(some[i], some[j], floor);
        long clipped = weighed == FORBIDDEN ? FORBIDDEN : Math.max(floor, weighed);
        sums[i * size + j] = clipped;
        sums[j * size + i] = clipped;
      }
    }
    if (isWhole(sums, size)) {
      for (int unit : some) {
        clusterOf[unit] = some[0];
      }
      return;
    }
    int[] clusters = Agglomeration.clusters(size, sums, least);
    for (int i = 0; i < size; i++) {
      clusterOf[some[i]] = some[clusters[i]];
    }
  }

  /** True if every pair weighs enough, so that every order of merges ends in one cluster. */
  private boolean isWhole(long[] sums, int size) {
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        if (sums[i * size + j] < least) {
          return false;
        }
      }
    }
    return true;
  }
}
