package io.guiyi.matching.evaluate;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records, each with the cluster it was put into, the person whom it is really about, its source
 * and what makes it difficult. Immutable; sixteen bytes and a half a record.
 */
public final class Placements {

  /** Labels of difficulty that can be told apart. */
  public static final int LABELS_MAX = 63;

  /** Sources that can be told apart. */
  public static final int SOURCES_MAX = 64;

  /** Records that can be measured at once. */
  public static final int RECORDS_MAX = 100_000_000;

  private final int[] clusters;
  private final int[] persons;
  private final byte[] sources;
  private final long[] labels;
  private final int clusterCount;
  private final int personCount;
  private final List<String> sourceNames;
  private final List<String> labelNames;

  private Placements(Builder builder) {
    this.clusters = Arrays.copyOf(builder.clusters, builder.size);
    this.persons = Arrays.copyOf(builder.persons, builder.size);
    this.sources = Arrays.copyOf(builder.sources, builder.size);
    this.labels = Arrays.copyOf(builder.labels, builder.size);
    this.clusterCount = builder.clusterNumbers.size();
    this.personCount = builder.personNumbers.size();
    this.sourceNames = List.copyOf(builder.sourceNumbers.keySet());
    this.labelNames = List.copyOf(builder.labelNumbers.keySet());
  }

  /** Starts with no record. */
  public static Builder builder() {
    return new Builder();
  }

  /** How many records there are. */
  public int size() {
    return clusters.length;
  }

  int clusterCount() {
    return clusterCount;
  }

  int personCount() {
    return personCount;
  }

  int cluster(int record) {
    return clusters[record];
  }

  int person(int record) {
    return persons[record];
  }

  int source(int record) {
    return sources[record];
  }

  /** One bit for each label of the record. */
  long labels(int record) {
    return labels[record];
  }

  List<String> sourceNames() {
    return sourceNames;
  }

  List<String> labelNames() {
    return labelNames;
  }

  /** All records, those of one person beside each other. */
  int[] byPerson() {
    int[] asAdded = new int[size()];
    Arrays.setAll(asAdded, record -> record);
    return sorted(asAdded, persons, personCount);
  }

  /** All records, those of one cluster beside each other, within it those of one person. */
  int[] byClusterAndPerson() {
    return sorted(byPerson(), clusters, clusterCount);
  }

  /** Counting sort: stable, and linear where the keys are numbered without gaps. */
  private static int[] sorted(int[] records, int[] keys, int keyCount) {
    int[] next = new int[keyCount + 1];
    for (int record : records) {
      next[keys[record] + 1]++;
    }
    for (int key = 0; key < keyCount; key++) {
      next[key + 1] += next[key];
    }
    int[] sorted = new int[records.length];
    for (int record : records) {
      sorted[next[keys[record]]++] = record;
    }
    return sorted;
  }

  /** Takes records one after the other. */
  public static final class Builder {

    private static final int SIZE_FIRST = 1024;

    private final Map<String, Integer> clusterNumbers = new HashMap<>();
    private final Map<String, Integer> personNumbers = new HashMap<>();
    private final Map<String, Integer> sourceNumbers = new LinkedHashMap<>();
    private final Map<String, Integer> labelNumbers = new LinkedHashMap<>();
    private int[] clusters = new int[SIZE_FIRST];
    private int[] persons = new int[SIZE_FIRST];
    private byte[] sources = new byte[SIZE_FIRST];
    private long[] labels = new long[SIZE_FIRST];
    private int size;

    private Builder() {}

    /** Adds a record of which no difficulty is known. */
    public Builder add(String source, String cluster, String person) {
      return add(source, cluster, person, List.of());
    }

    /**
     * Adds a record.
     *
     * @param cluster any text that is equal for records that are held to be one person
     * @param person the true person
     * @param difficulties labels of what makes the record difficult; empty if nothing does
     * @throws IllegalArgumentException beyond {@link #RECORDS_MAX} records, {@link #SOURCES_MAX}
     *     sources or {@link #LABELS_MAX} labels
     */
    public Builder add(
        String source, String cluster, String person, Collection<String> difficulties) {
      if (size == RECORDS_MAX) {
        throw new IllegalArgumentException(
            "more than %d records: measure them in parts".formatted(RECORDS_MAX));
      }
      if (size == clusters.length) {
        grow();
      }
      clusters[size] = clusterNumbers.computeIfAbsent(cluster, _ -> clusterNumbers.size());
      persons[size] = personNumbers.computeIfAbsent(person, _ -> personNumbers.size());
      sources[size] = (byte) bounded(sourceNumbers, source, SOURCES_MAX, "sources");
      for (String label : difficulties) {
        labels[size] |= 1L << bounded(labelNumbers, label, LABELS_MAX, "labels of difficulty");
      }
      size++;
      return this;
    }

    private static int bounded(Map<String, Integer> numbers, String name, int max, String what) {
      int number = numbers.computeIfAbsent(name, _ -> numbers.size());
      if (number >= max) {
        throw new IllegalArgumentException(
            "more than %d %s: give fewer different ones".formatted(max, what));
      }
      return number;
    }

    private void grow() {
      int larger = Math.min(RECORDS_MAX, size * 2);
      clusters = Arrays.copyOf(clusters, larger);
      persons = Arrays.copyOf(persons, larger);
      sources = Arrays.copyOf(sources, larger);
      labels = Arrays.copyOf(labels, larger);
    }

    /** The records so far. */
    public Placements build() {
      return new Placements(this);
    }
  }
}
