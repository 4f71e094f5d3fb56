package io.guiyi.matching.link;

import io.guiyi.matching.cluster.Clusterer;
import io.guiyi.matching.cluster.Edges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known about pairs of units besides their values. Each of the units holds one record.
 * Written by one thread, then read by many.
 */
public final class UnitFacts {
  /** Nothing is known. */
  public static final UnitFacts NONE = new UnitFacts();

  /** More than any pair weighs, and little enough that sums of a component have room. */
  private static final long CERTAIN = 1_000_000_000_000L;

  private final Map<Integer, List<Integer>> groups = new HashMap<>();
  private final Set<Long> apart = new HashSet<>();

  /** Two units are two persons. */
  void never(int a, int b) {
    apart.add(pair(a, b));
  }

  /** Two units are one person, and so is whoever is one with either. */
  void always(int a, int b) {
    List<Integer> left = groups.getOrDefault(a, List.of(a));
    List<Integer> right = groups.getOrDefault(b, List.of(b));
    if (left != right) {
      List<Integer> all = new ArrayList<>(left);
      all.addAll(right);
      all.forEach(unit -> groups.put(unit, all));
    }
  }

  private static long pair(int a, int b) {
    return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
  }

  boolean isEmpty() {
    return groups.isEmpty() && apart.isEmpty();
  }

  /** True if a fact is about the pair, so that its weight does not count. */
  boolean decide(int a, int b) {
    return !isEmpty() && (apart.contains(pair(a, b)) || isOne(a, b));
  }

  private boolean isOne(int a, int b) {
    List<Integer> group = groups.get(a);
    return group != null && group == groups.get(b);
  }

  /** What a pair weighs by a fact about it. */
  long weight(int a, int b) {
    return isOne(a, b) ? CERTAIN : Clusterer.FORBIDDEN;
  }

  /** Adds the pairs that are certain to be one person. */
  void addTo(Edges edges) {
    groups.forEach((unit, group) -> {
      for (int other : group) {
        if (unit < other) {
          edges.add(unit, other, CERTAIN);
        }
      }
    });
  }
}
