package io.guiyi.lab.bench.resolve;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run showed.
 *
 * @param people persons in the index at first
 * @param records records in the index at first
 * @param arrivals records that arrived while the clock ran
 * @param cpuSeconds of the whole process meanwhile: merging, collection and compilation too
 * @param wallSeconds meanwhile
 * @param medianMillis of one record, from hand to answer
 * @param p99Millis the same, of 99 in a hundred
 * @param keepP99Millis of making a page visible, of 99 pages in a hundred
 * @param candidates on average
 * @param underSearched records for which not all candidates could be read
 * @param right share of the records that were answered rightly
 * @param residentBytes the process's resident set at the end
 * @param heapBytes what of the heap is in use after a collection at the end
 * @param indexBytes of the index on disk
 * @param segments in how many parts the index lies at the end
 */
public record ResolveFigures(
    int people,
    int records,
    int arrivals,
    double cpuSeconds,
    double wallSeconds,
    double medianMillis,
    double p99Millis,
    double keepP99Millis,
    double candidates,
    int underSearched,
    double right,
    long residentBytes,
    long heapBytes,
    long indexBytes,
    int segments) {

  /** Records for each second of one core. */
  public double recordsPerCpuSecond() {
    return arrivals / Math.max(cpuSeconds, 1e-3);
  }

  /** The figures by name, as they are printed. */
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("people", people);
    figures.put("records_indexed", records);
    figures.put("records_arrived", arrivals);
    figures.put("records_per_cpu_second", Math.round(recordsPerCpuSecond()));
    figures.put("cpu_seconds", rounded(cpuSeconds));
    figures.put("wall_seconds", rounded(wallSeconds));
    figures.put("p50_ms", rounded(medianMillis));
    figures.put("p99_ms", rounded(p99Millis));
    figures.put("keep_p99_ms", rounded(keepP99Millis));
    figures.put("candidates_per_record", rounded(candidates));
    figures.put("under_searched", underSearched);
    figures.put("answered_rightly", Math.round(right * 1e5) / 1e5);
    figures.put("resident_mb", residentBytes >> 20);
    figures.put("heap_mb", heapBytes >> 20);
    figures.put("index_mb", indexBytes >> 20);
    figures.put("segments", segments);
    return figures;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
