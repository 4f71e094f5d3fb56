package io.guiyi.connectors.table;

import io.guiyi.connectors.Shape;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the names of a table's columns, without which none of its rows means anything. */
final class Header {
  private static final int LONGEST_NAME = 100;

  private Header() {}

  static List<String> checked(String file, List<String> written, TableLimits limits)
      throws SourceUnavailable {
    if (written.size() > limits.columns()) {
      throw wrong(
          file, "has %d columns, at most %d are read".formatted(written.size(), limits.columns()));
    }
    List<String> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : written) {
      String column = name.strip();
      int place = columns.size() + 1;
      if (column.isEmpty() || column.length() > LONGEST_NAME || column.startsWith("$")) {
        throw wrong(
            file,
            "has no usable name (shaped '%s') at column %d".formatted(Shape.of(column), place));
      }
      if (!seen.add(column)) {
        throw wrong(file, "names column %d like one before it".formatted(place));
      }
      columns.add(column);
    }
    return List.copyOf(columns);
  }

  static SourceUnavailable wrong(String file, String what) {
    return SourceUnavailable.of(
        Kind.PROTOCOL, "the header of %s %s; ask the department".formatted(file, what));
  }
}
