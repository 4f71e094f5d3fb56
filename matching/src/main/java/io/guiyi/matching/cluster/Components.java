package io.guiyi.matching.cluster;

import java.util.Arrays;

/** The units that hang together by edges, found by union by lowest unit with path halving. */
final class Components {
  private final int[] parent;

  Components(int units) {
    parent = new int[units];
    Arrays.setAll(parent, unit -> unit);
  }

  void join(int a, int b) {
    int left = rootOf(a);
    int right = rootOf(b);
    parent[Math.max(left, right)] = Math.min(left, right);
  }

  /** The lowest unit of the component. */
  int rootOf(int unit) {
    int at = unit;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
