package io.guiyi.lab.population.books;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the tab-separated tables that ship beside this package; lines with {@code #} are remarks.
 */
final class TableFile {

  private TableFile() {}

  /**
   * All rows of a table.
   *
   * @param name file name, such as {@code surnames.tsv}
   * @param columns how many columns every row has; missing trailing ones count as empty
   */
  static List<List<String>> rows(String name, int columns) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : read(name).split("\n", -1)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(line.split("\t", -1));
      if (cells.size() != columns) {
        throw new IllegalStateException(
            "%s: line '%s' has %d columns, not %d: separate them with single tabs"
                .formatted(name, line, cells.size(), columns));
      }
      rows.add(cells);
    }
    return List.copyOf(rows);
  }

  private static String read(String name) {
    try (InputStream stream = TableFile.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("table " + name + " is missing from the jar: rebuild it");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException("table " + name + " cannot be read", fault);
    }
  }
}
