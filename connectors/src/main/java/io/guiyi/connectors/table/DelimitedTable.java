package io.guiyi.connectors.table;

import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import java.util.List;
import java.util.Optional;

/** A delimited file in memory, read row by row. */
public final class DelimitedTable implements TableReader {
  private final String file;
  private final DelimitedFormat format;
  private final TableLimits limits;
  private final RawRows rows;
  private final List<String> columns;
  private int row = 1;

  private DelimitedTable(
      String file, DelimitedFormat format, TableLimits limits, RawRows rows, List<String> columns) {
    this.file = file;
    this.format = format;
    this.limits = limits;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Opens a file and reads its header.
   *
   * @param file its name, for positions and messages
   * @param content all of it; not copied
   * @param format what was agreed; a byte order mark overrules the encoding
   * @throws SourceUnavailable TOO_LARGE, or PROTOCOL if the header cannot be read
   */
  public static DelimitedTable open(
      String file, byte[] content, DelimitedFormat format, TableLimits limits)
      throws SourceUnavailable {
    if (content.length > limits.bytes()) {
      throw tooLarge(file, "bytes", limits.bytes());
    }
    DelimitedFormat found =
        new DelimitedFormat(
            TextEncoding.marked(content).orElse(format.encoding()), format.separator());
    int start = found.encoding().markLength(content);
    RawRows rows = new RawRows(content, start, found.separator());
    Optional<RawRows.RawRow> first = rows.next();
    if (first.isEmpty()) {
      throw Header.wrong(file, "is missing");
    }
    List<String> names =
        switch (DelimitedRow.read(first.get().bytes(), found, 0)) {
          case DelimitedRow.Fields(List<String> fields) -> fields;
          case DelimitedRow.Broken(_, RowFault fault) ->
              throw Header.wrong(file, "cannot be read: " + fault.getMessage());
        };
    List<String> columns = Header.checked(file, names, limits);
    rows.expect(columns.size());
    return new DelimitedTable(file, found, limits, rows, columns);
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean skip() throws SourceUnavailable {
    return raw().isPresent();
  }

  private Optional<RawRows.RawRow> raw() throws SourceUnavailable {
    Optional<RawRows.RawRow> raw = rows.next();
    if (raw.isPresent() && ++row > limits.rows() + 1) {
      throw tooLarge(file, "rows", limits.rows());
    }
    return raw;
  }

  @Override
  public Optional<TableRow> next() throws SourceUnavailable {
    Optional<RawRows.RawRow> raw = raw();
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = raw.get().bytes();
    return Optional.of(
        switch (DelimitedRow.read(bytes, format, columns.size())) {
          case DelimitedRow.Fields fields ->
              new TableRow.Cells(new Position(file + " row " + row), fields.under(columns));
          case DelimitedRow.Broken(int at, RowFault _) ->
              new TableRow.Unreadable(
                  new Position(file + " byte " + (raw.get().offset() + at)),
                  RawBytes.of(bytes),
                  columns,
                  format);
        });
  }

  /** Nothing is held open. */
  @Override
  public void close() {}

  private static SourceUnavailable tooLarge(String file, String what, int most) {
    return SourceUnavailable.of(
        Kind.TOO_LARGE,
        "%s has more than %d %s; let the department deliver in parts, or raise the limit"
            .formatted(file, most, what));
  }
}
