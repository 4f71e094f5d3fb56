package io.guiyi.lab.drill;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sign of life of the hub under drill: a line on its standard output.
 *
 * @param rows how many rows it has applied, of all its lives
 * @param delivered whether every row is read, every entry acknowledged and every department told
 */
record Sign(long rows, boolean delivered) {
  private static final Pattern LINE = Pattern.compile("rows (\\d{1,12}) (delivered|under way)");

  /** The line. */
  String line() {
    return "rows %d %s".formatted(rows, delivered ? "delivered" : "under way");
  }

  /** The sign that stands in a line; empty if something else does. */
  static Optional<Sign> of(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches()
        ? Optional.of(
            new Sign(Long.parseLong(matcher.group(1)), matcher.group(2).equals("delivered")))
        : Optional.empty();
  }
}
