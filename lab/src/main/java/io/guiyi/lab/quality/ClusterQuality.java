package io.guiyi.lab.quality;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pairwise quality of a clustering: of all pairs of records that the hub puts into one person,
 * which share is right (precision), and of all pairs that are one person in truth, which share it
 * found (recall).
 *
 * @param truePairs pairs that are together in both
 * @param hubPairs pairs the hub puts together
 * @param actualPairs pairs that belong together
 * @param wronglyMerged true persons with a record in a hub person that also holds another true
 *     person's record
 */
public record ClusterQuality(long truePairs, long hubPairs, long actualPairs, long wronglyMerged) {

  /**
   * One record with the cluster it is in and the person it is about.
   *
   * @param cluster any text that is equal for records the hub holds to be one person
   * @param person the true person
   */
  public record Placed(String cluster, String person) {}

  /** Measures records that have been placed. */
  public static ClusterQuality ofPlaced(List<Breakdown.Placed> records) {
    return of(
        records.stream()
            .map(record -> new Placed(record.cluster(), record.truth().personId()))
            .toList());
  }

  /** Measures {@code records}. */
  public static ClusterQuality of(List<Placed> records) {
    Map<Placed, Long> together = new HashMap<>();
    Map<String, Long> clusters = new HashMap<>();
    Map<String, Long> persons = new HashMap<>();
    Map<String, Set<String>> personsIn = new HashMap<>();
    for (Placed record : records) {
      together.merge(record, 1L, Long::sum);
      clusters.merge(record.cluster(), 1L, Long::sum);
      persons.merge(record.person(), 1L, Long::sum);
      personsIn.computeIfAbsent(record.cluster(), _ -> new HashSet<>()).add(record.person());
    }
    Set<String> merged = new HashSet<>();
    for (Set<String> inside : personsIn.values()) {
      if (inside.size() > 1) {
        merged.addAll(inside);
      }
    }
    return new ClusterQuality(pairs(together), pairs(clusters), pairs(persons), merged.size());
  }

  /** Share of the hub's pairs that are right; 1 if it made none. */
  public double precision() {
    return hubPairs == 0 ? 1 : (double) truePairs / hubPairs;
  }

  /** Share of the right pairs that the hub made; 1 if there are none. */
  public double recall() {
    return actualPairs == 0 ? 1 : (double) truePairs / actualPairs;
  }

  private static long pairs(Map<?, Long> sizes) {
    return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }
}
