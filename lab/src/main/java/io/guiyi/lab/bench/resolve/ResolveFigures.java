package io.guiyi.lab.bench.resolve;

import io.guiyi.lab.bench.resolve.MeasuredEngine.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run showed. */
public final class ResolveFigures {
  private final ResolveSettings settings;
  private final int records;
  private final double cpuSeconds;
  private final double wallSeconds;
  private final Tally tally;
  private final Room room;

  /**
   * What the run needed.
   *
   * @param resident the process's largest resident set, in bytes
   * @param heap what of the heap is in use after a collection at the end
   * @param index the index on disk
   * @param segments in how many parts it lies
   */
  record Room(long resident, long heap, long index, int segments) {}

  /**
   * Figures.
   *
   * @param records in the index at first
   * @param cpuSeconds of the whole process while the clock ran: merging, collection and compilation
   *     too
   * @param wallSeconds meanwhile
   */
  ResolveFigures(
      ResolveSettings settings,
      int records,
      double cpuSeconds,
      double wallSeconds,
      Tally tally,
      Room room) {
    this.settings = settings;
    this.records = records;
    this.cpuSeconds = cpuSeconds;
    this.wallSeconds = wallSeconds;
    this.tally = tally;
    this.room = room;
  }

  /** Records for each second of one core. */
  public double recordsPerCpuSecond() {
    return tally.arrivals() / Math.max(cpuSeconds, 1e-3);
  }

  /** The share of records that were answered rightly. */
  public double right() {
    return tally.right();
  }

  /** How many records were taken for somebody else. */
  public int wrong() {
    return tally.of(Outcome.WRONG);
  }

  /** How many records could not be compared with everybody who shares a key with them. */
  public int underSearched() {
    return tally.underSearched();
  }

  /** The figures by name, as they are printed. */
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("people", settings.people());
    figures.put("records_indexed", records);
    figures.put("records_arrived", tally.arrivals());
    figures.put("measured", settings.searchOnly() ? "candidates alone" : "decisions");
    figures.put("records_per_cpu_second", Math.round(recordsPerCpuSecond()));
    figures.put("cpu_seconds", rounded(cpuSeconds));
    figures.put("wall_seconds", rounded(wallSeconds));
    figures.put("p50_ms", rounded(tally.each().within(0.5)));
    figures.put("p99_ms", rounded(tally.each().within(0.99)));
    figures.put("p99_cpu_ms", rounded(tally.eachByCpu().within(0.99)));
    figures.put("keep_p50_ms", rounded(tally.keeps().within(0.5)));
    figures.put("keep_p99_ms", rounded(tally.keeps().within(0.99)));
    figures.put("candidates_per_record", rounded(tally.candidates()));
    figures.put("under_searched", tally.underSearched());
    figures.put("answered_rightly", Math.floor(tally.right() * 1e5) / 1e5);
    figures.putAll(tally.notRight());
    figures.put("resident_mb", room.resident() >> 20);
    figures.put("heap_mb", room.heap() >> 20);
    figures.put("index_mb", room.index() >> 20);
    figures.put("segments", room.segments());
    return figures;
  }

  @Override
  public String toString() {
    return figures().toString();
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
