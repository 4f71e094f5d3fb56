package io.guiyi.lab.bench;

import io.guiyi.matching.evaluate.ClusterQuality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the table.
 *
 * @param contest name of the contest
 * @param engine who linked
 * @param records records that were linked
 * @param quality against the truth
 * @param spending of the linking process
 * @param broken bounds that do not hold, a few words each
 */
public record Score(
    String contest,
    String engine,
    long records,
    ClusterQuality quality,
    Spending spending,
    List<String> broken) {

  private static final String LINE = "%-16s%-8s%10s%10s%10s%10s%8s%8s%8s%8s  %s%n";

  /** A table for people. */
  public static String table(List<Score> scores) {
    StringBuilder table = new StringBuilder();
    table.append(
        LINE.formatted(
            "contest",
            "engine",
            "records",
            "F1",
            "precision",
            "recall",
            "merged",
            "CPU-s",
            "wall s",
            "GB",
            "bounds"));
    for (Score score : scores) {
      table.append(
          LINE.formatted(
              score.contest,
              score.engine,
              score.records,
              "%.4f".formatted(score.quality.f1()),
              "%.4f".formatted(score.quality.precision()),
              "%.4f".formatted(score.quality.recall()),
              score.quality.wronglyMerged(),
              "%.1f".formatted(score.spending.cpuSeconds()),
              "%.1f".formatted(score.spending.wallSeconds()),
              "%.2f".formatted(score.spending.peakGigabytes()),
              score.broken.isEmpty() ? "hold" : String.join("; ", score.broken)));
    }
    return table.toString();
  }

  /** The same with more that is broken. */
  public Score with(List<String> more) {
    List<String> all = new ArrayList<>(broken);
    all.addAll(more);
    return new Score(contest, engine, records, quality, spending, List.copyOf(all));
  }

  /** The figures by the names of the command line's contract. */
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("contest", contest);
    figures.put("engine", engine);
    figures.put("records", records);
    figures.put("pairwise_f1", rounded(quality.f1(), 1e6));
    figures.put("pairwise_precision", rounded(quality.precision(), 1e6));
    figures.put("pairwise_recall", rounded(quality.recall(), 1e6));
    figures.put("bcubed_f1", rounded(quality.bcubedF1(), 1e6));
    figures.put("wrongly_merged_persons", quality.wronglyMerged());
    figures.put("cpu_seconds", rounded(spending.cpuSeconds(), 100));
    figures.put("wall_seconds", rounded(spending.wallSeconds(), 100));
    figures.put("peak_gigabytes", rounded(spending.peakGigabytes(), 1e3));
    figures.put(
        "records_per_cpu_second", Math.round(records / Math.max(spending.cpuSeconds(), 0.01)));
    figures.put("bounds_broken", broken);
    return figures;
  }

  private static double rounded(double value, double places) {
    return Math.floor(value * places) / places;
  }
}
