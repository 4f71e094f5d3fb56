package io.guiyi.lab.drill.malformed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A tab-separated table beside this package; lines that begin with {@code #} are remarks. */
final class Table {
  private Table() {}

  /**
   * Its rows.
   *
   * @param columns how many columns every row has
   */
  static List<List<String>> rows(String name, int columns) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : text(name).split("\n", -1)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(line.split("\t", -1));
      if (cells.size() != columns) {
        throw new IllegalStateException(
            "%s: '%s' has %d columns, not %d: part them by single tabs"
                .formatted(name, line, cells.size(), columns));
      }
      rows.add(cells);
    }
    return List.copyOf(rows);
  }

  private static String text(String name) {
    try (InputStream stream = Table.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "the table %s is not in the jar: rebuild it".formatted(name));
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the table %s cannot be read".formatted(name), e);
    }
  }
}
