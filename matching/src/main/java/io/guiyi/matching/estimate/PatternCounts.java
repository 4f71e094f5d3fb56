package io.guiyi.matching.estimate;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many pairs gave which answers. */
final class PatternCounts {
  private final Map<Long, long[]> counts = new HashMap<>();
  private long pairs;

  void add(long pattern, long times) {
    counts.computeIfAbsent(pattern, _ -> new long[1])[0] += times;
    pairs += times;
  }

  long pairs() {
    return pairs;
  }

  /** The patterns in ascending order, so that sums of doubles are the same in every run. */
  long[] patterns() {
    return new TreeMap<>(counts).keySet().stream().mapToLong(Long::longValue).toArray();
  }

  long count(long pattern) {
    long[] count = counts.get(pattern);
    return count == null ? 0 : count[0];
  }
}
