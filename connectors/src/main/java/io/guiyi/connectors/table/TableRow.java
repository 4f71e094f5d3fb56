package io.guiyi.connectors.table;

import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a table, below its header. */
public sealed interface TableRow {
  /** Where it stands, such as {@code XJ_20260301_001_C.csv row 17}; the header is row 1. */
  Position position();

  /**
   * A row that was told apart into its cells.
   *
   * @param position where it stands
   * @param cells the text of each column, in the order of the header; null where the cell is empty
   */
  record Cells(Position position, Map<String, @Nullable String> cells) implements TableRow {
    /** Copies the map and keeps its order. */
    public Cells {
      cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
  }

  /**
   * A row whose bytes cannot be decoded or told apart; {@link TablePayload#read} says why.
   *
   * @param position the byte in the file at which reading failed, such as {@code F.csv byte 20481}
   * @param bytes the row as it came
   * @param columns the header of its table
   * @param format how the table is written
   */
  record Unreadable(Position position, RawBytes bytes, List<String> columns, DelimitedFormat format)
      implements TableRow {
    /** Copies the list. */
    public Unreadable {
      columns = List.copyOf(columns);
    }
  }
}
