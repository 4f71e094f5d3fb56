package io.guiyi.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The page that holds the table of contests: rows of what was measured are written anew, the others
 * stay. The table stands between two comments, so that people may write around it.
 *
 * @param file Markdown
 */
public record BenchPage(Path file) {
  private static final String START = "<!-- contests -->";
  private static final String END = "<!-- /contests -->";

  /**
   * Writes the rows of some contests.
   *
   * @throws IllegalStateException if the page has no such table
   */
  public void write(List<Score> scores) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int start = lines.indexOf(START);
    int end = lines.indexOf(END);
    if (start < 0 || end < start) {
      throw new IllegalStateException(
          "%s has no table between %s and %s; write both".formatted(file, START, END));
    }
    for (Score score : scores) {
      String name = "| `%s` | %s |".formatted(score.contest(), score.engine());
      Optional<String> before =
          lines.subList(start, end).stream().filter(line -> line.startsWith(name)).findFirst();
      if (before.isPresent()) {
        lines.set(lines.indexOf(before.get()), row(name, score));
      } else {
        lines.add(end++, row(name, score));
      }
    }
    Files.write(file, lines);
  }

  private static String row(String name, Score score) {
    return String.format(
        Locale.ROOT,
        "%s %,d | %.4f | %.4f | %.4f | %d | %.1f | %.1f | %.2f | %s |",
        name,
        score.records(),
        score.quality().f1(),
        score.quality().precision(),
        score.quality().recall(),
        score.quality().wronglyMerged(),
        score.spending().cpuSeconds(),
        score.spending().wallSeconds(),
        score.spending().peakGigabytes(),
        score.broken().isEmpty() ? "hold" : String.join("; ", score.broken()));
  }
}
