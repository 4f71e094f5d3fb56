package io.guiyi.registry.relink;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What leads from the persons as they stand to new clusters of the same records. A pure function.
 *
 * <ul>
 *   <li>A cluster carries on the person that it has the most records in common with, the oldest if
 *       several have as many; each person is carried on by one cluster at most.
 *   <li>A person that no cluster carries on leads to the one that most of its records are in now.
 *   <li>A cluster that carries nobody on is a new person. A record that waits and is alone in its
 *       cluster goes on waiting: nobody asserted that it is a person.
 * </ul>
 *
 * @param steps what belongs together, in the order of the first records; a step is applied whole or
 *     not at all
 * @param records how many records were looked at
 */
record RelinkPlan(List<Step> steps, int records) {
  /** Copies the list. */
  RelinkPlan {
    steps = List.copyOf(steps);
  }

  /**
   * Persons and clusters that share records, where something changes.
   *
   * @param before where each record stands; without those that wait
   * @param clusters the new clusters, in the order of their first records
   * @param absorbed persons that no cluster carries on, with the index of the cluster they lead to
   */
  record Step(
      SortedMap<RecordRef, PersonRef> before,
      List<Cluster> clusters,
      SortedMap<PersonRef, Integer> absorbed) {
    /** All its records. */
    SortedSet<RecordRef> records() {
      SortedSet<RecordRef> all = new TreeSet<>();
      clusters.forEach(cluster -> all.addAll(cluster.records()));
      return all;
    }
  }

  /**
   * Records that are one person from now on.
   *
   * @param person which; null for one that is founded
   */
  record Cluster(@Nullable PersonRef person, SortedSet<RecordRef> records) {}

  /** How many records a person and a cluster have in common. */
  private record Overlap(PersonRef person, int cluster, long records, RecordRef first) {
    static final Comparator<Overlap> MOST_FIRST =
        Comparator.comparing(Overlap::records)
            .reversed()
            .thenComparing(Overlap::person)
            .thenComparing(Overlap::first);
  }

  /**
   * Plans.
   *
   * @param standing the person of every record; empty if it waits
   * @param clusterOf the cluster of the same records, by any numbers
   * @throws IllegalArgumentException if a record has no cluster
   */
  static RelinkPlan of(
      SortedMap<RecordRef, Optional<PersonRef>> standing, Map<RecordRef, Integer> clusterOf) {
    Map<Integer, SortedSet<RecordRef>> clusters = new HashMap<>();
    Map<PersonRef, SortedSet<RecordRef>> persons = new HashMap<>();
    standing.forEach((record, person) -> {
      Integer cluster = clusterOf.get(record);
      if (cluster == null) {
        throw new IllegalArgumentException(
            "record %d is in no cluster; every record must be".formatted(record.number()));
      }
      clusters.computeIfAbsent(cluster, _ -> new TreeSet<>()).add(record);
      person.ifPresent(held -> persons.computeIfAbsent(held, _ -> new TreeSet<>()).add(record));
    });
    Set<RecordRef> done = new HashSet<>();
    List<Step> steps = new ArrayList<>();
    for (RecordRef first : standing.keySet()) {
      if (!done.contains(first)) {
        List<SortedSet<RecordRef>> together =
            together(first, standing, clusterOf, clusters, persons);
        together.forEach(done::addAll);
        Step step = step(together, standing);
        if (changes(step)) {
          steps.add(step);
        }
      }
    }
    return new RelinkPlan(steps, standing.size());
  }

  /** The clusters that share persons with the record's, directly or through others. */
  private static List<SortedSet<RecordRef>> together(
      RecordRef first,
      SortedMap<RecordRef, Optional<PersonRef>> standing,
      Map<RecordRef, Integer> clusterOf,
      Map<Integer, SortedSet<RecordRef>> clusters,
      Map<PersonRef, SortedSet<RecordRef>> persons) {
    Set<Integer> found = new HashSet<>();
    List<SortedSet<RecordRef>> together = new ArrayList<>();
    Set<PersonRef> seen = new HashSet<>();
    Deque<RecordRef> open = new ArrayDeque<>(Set.of(first));
    while (!open.isEmpty()) {
      Integer cluster = get(clusterOf, open.pop());
      if (found.add(cluster)) {
        SortedSet<RecordRef> records = get(clusters, cluster);
        together.add(records);
        for (RecordRef record : records) {
          get(standing, record)
              .filter(seen::add)
              .ifPresent(person -> open.addAll(get(persons, person)));
        }
      }
    }
    together.sort(Comparator.comparing(SortedSet::first));
    return together;
  }

  private static <K, V> V get(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }

  private static Step step(
      List<SortedSet<RecordRef>> together, SortedMap<RecordRef, Optional<PersonRef>> standing) {
    SortedMap<RecordRef, PersonRef> before = new TreeMap<>();
    together.forEach(cluster ->
        cluster.forEach(
            record -> get(standing, record).ifPresent(person -> before.put(record, person))));
    List<Overlap> overlaps = overlaps(together, before);
    Map<Integer, PersonRef> carried = new HashMap<>();
    Set<PersonRef> placed = new HashSet<>();
    for (Overlap overlap : overlaps) {
      if (!carried.containsKey(overlap.cluster()) && placed.add(overlap.person())) {
        carried.put(overlap.cluster(), overlap.person());
      }
    }
    SortedMap<PersonRef, Integer> absorbed = new TreeMap<>();
    for (Overlap overlap : overlaps) {
      if (!placed.contains(overlap.person())) {
        absorbed.putIfAbsent(overlap.person(), overlap.cluster());
      }
    }
    List<Cluster> clusters = new ArrayList<>();
    for (int i = 0; i < together.size(); i++) {
      clusters.add(new Cluster(carried.get(i), together.get(i)));
    }
    return new Step(before, clusters, absorbed);
  }

  private static List<Overlap> overlaps(
      List<SortedSet<RecordRef>> together, SortedMap<RecordRef, PersonRef> before) {
    List<Overlap> overlaps = new ArrayList<>();
    for (int i = 0; i < together.size(); i++) {
      SortedSet<RecordRef> cluster = together.get(i);
      Map<PersonRef, Long> common = new TreeMap<>();
      for (RecordRef record : cluster) {
        PersonRef person = before.get(record);
        if (person != null) {
          common.merge(person, 1L, Long::sum);
        }
      }
      int index = i;
      common.forEach(
          (person, records) -> overlaps.add(new Overlap(person, index, records, cluster.first())));
    }
    overlaps.sort(Overlap.MOST_FIRST);
    return overlaps;
  }

  private static boolean changes(Step step) {
    if (step.clusters().size() > 1 || !step.absorbed().isEmpty()) {
      return true;
    }
    Cluster only = step.clusters().getFirst();
    boolean allWait = step.before().isEmpty();
    return allWait ? only.records().size() > 1 : step.before().size() < only.records().size();
  }
}
