package io.guiyi.lab.population.faults;

import java.util.IdentityHashMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts, for each fault, in how many rows it was possible and in how many it happened. */
public final class FaultTally {

  /**
   * Counts of one fault.
   *
   * @param possible rows in which it was possible
   * @param happened rows in which it happened
   */
  public record Count(long possible, long happened) {

    /** The measured rate in per cent; 0 where it was never possible. */
    public double percent() {
      return possible == 0 ? 0 : 100.0 * happened / possible;
    }
  }

  /** Possible and happened by fault; each fault is one object for the life of a clerk. */
  private final IdentityHashMap<Fault, long[]> counts = new IdentityHashMap<>();

  /** Notes one row in which the fault was possible. */
  void note(Fault fault, boolean happened) {
    long[] count = counts.computeIfAbsent(fault, ignored -> new long[2]);
    count[0]++;
    count[1] += happened ? 1 : 0;
  }

  /** All counts so far, by label. */
  public SortedMap<String, Count> counts() {
    SortedMap<String, Count> byLabel = new TreeMap<>();
    counts.forEach((fault, count) -> byLabel.put(fault.label(), new Count(count[0], count[1])));
    return byLabel;
  }
}
