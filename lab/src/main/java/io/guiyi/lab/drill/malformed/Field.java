package io.guiyi.lab.drill.malformed;

import io.guiyi.lab.population.faults.Feed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * One field of a source's row.
 *
 * @param feed whose row
 * @param path its name in the row, such as {@code jzz.sj[0].rq}; {@code identifier{dah}} is the
 *     entry whose system or url ends in {@code /dah}
 * @param kind what is agreed of it
 * @param longest how many characters are allowed; empty if only the row is bounded
 * @param beside fields that must be filled for this one to matter, each with what to write where a
 *     row leaves it empty; empty if such a row is of no use
 * @param usual what to write where a row leaves it empty; empty if such a row is of no use
 * @param touches what of the record it may change, as prefixes of {@link Parts}
 */
public record Field(
    Feed feed,
    String path,
    FieldKind kind,
    OptionalInt longest,
    Map<String, String> beside,
    String usual,
    List<String> touches) {
  private static final String NONE = "-";

  /** The fields of all sources, in the order of the table. */
  public static List<Field> all() {
    return Table.rows("fields.tsv", 7).stream().map(Field::of).toList();
  }

  private static Field of(List<String> row) {
    return new Field(
        Feed.valueOf(row.get(0).toUpperCase(Locale.ROOT)),
        row.get(1),
        FieldKind.valueOf(row.get(2)),
        row.get(3).equals(NONE)
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(row.get(3))),
        list(row.get(4)).stream()
            .map(cell -> cell.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? pair[1] : "")),
        row.get(5).equals(NONE) ? "" : row.get(5),
        list(row.get(6)));
  }

  private static List<String> list(String cell) {
    return cell.equals(NONE) ? List.of() : Arrays.asList(cell.split(","));
  }

  /** Whether a part of the record may change with this field. */
  boolean mayChange(String part) {
    return touches.stream().anyMatch(part::startsWith);
  }
}
