package io.guiyi.lab.bench;

import io.guiyi.matching.evaluate.ClusterQuality;
import io.guiyi.routes.config.PlainJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The best quality that was ever measured on each set, in a file that goes with the source: what
 * was reached once is not given up unnoticed. Better figures are written, worse ones reported.
 *
 * @param file JSON: for each set its F1 and how many persons were wrongly merged
 */
public record Ratchet(Path file) {
  /** By so much F1 may fall short, because a change for the better elsewhere may cost a little. */
  public static final double TOLERANCE = 0.0005;

  private static final String F1 = "pairwise_f1";
  private static final String MERGED = "wrongly_merged_persons";

  /** As many persons and a tenth more may be merged wrongly. */
  private static final int FEW = 5;

  /**
   * Compares a set with the best so far, and takes it as the best where it is.
   *
   * @param set its name, with whatever makes it this set: seed and size
   * @return what is worse, a few words each; empty if nothing is, or if the set is new
   */
  public List<String> hold(String set, ClusterQuality quality) throws IOException {
    Map<String, Object> best = read();
    double f1 = Math.floor(quality.f1() * 1e6) / 1e6;
    List<String> worse = new ArrayList<>();
    if (best.get(set) instanceof Map<?, ?> known
        && known.get(F1) instanceof Number bestF1
        && known.get(MERGED) instanceof Number bestMerged) {
      double reached = bestF1.doubleValue();
      long merged = bestMerged.longValue();
      if (f1 < reached - TOLERANCE) {
        worse.add("F1 %s where %s was reached".formatted(f1, reached));
      }
      if (quality.wronglyMerged() > merged + merged / 10 + FEW) {
        worse.add(
            "%d persons wrongly merged where it was %d".formatted(quality.wronglyMerged(), merged));
      }
      if (f1 <= reached) {
        return List.copyOf(worse);
      }
    }
    if (worse.isEmpty()) {
      best.put(set, Map.of(F1, f1, MERGED, quality.wronglyMerged()));
      write(best);
    }
    return List.copyOf(worse);
  }

  private Map<String, Object> read() throws IOException {
    return Files.exists(file)
        ? new TreeMap<>(PlainJson.read(Files.readString(file)))
        : new TreeMap<>();
  }

  private void write(Map<String, Object> best) throws IOException {
    StringBuilder text = new StringBuilder("{");
    String before = "\n";
    for (Map.Entry<String, Object> set : best.entrySet()) {
      Map<?, ?> own = (Map<?, ?>) set.getValue();
      text.append(before)
          .append("  ")
          .append(PlainJson.value(set.getKey()))
          .append(": {\"%s\": %s, \"%s\": %s}".formatted(F1, own.get(F1), MERGED, own.get(MERGED)));
      before = ",\n";
    }
    Path next = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(next, text.append("\n}\n"), StandardCharsets.UTF_8);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
