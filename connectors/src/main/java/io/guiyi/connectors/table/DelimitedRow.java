package io.guiyi.connectors.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.guiyi.connectors.RowFault;
import io.guiyi.records.QuarantineReason;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells one row's bytes apart into fields; pure, so that a row held aside can be read again. */
sealed interface DelimitedRow {

  /**
   * The row's fields.
   *
   * @param fields as they are written, without quotes
   */
  record Fields(List<String> fields) implements DelimitedRow {
    /** The text under each column; null where it is empty. */
    Map<String, @Nullable String> under(List<String> columns) {
      Map<String, @Nullable String> cells = LinkedHashMap.newLinkedHashMap(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        String field = fields.get(i);
        cells.put(columns.get(i), field.isEmpty() ? null : field);
      }
      return cells;
    }
  }

  /**
   * A row that cannot be told apart.
   *
   * @param at the byte of the row, from 0, at which it shows
   * @param fault why
   */
  record Broken(int at, RowFault fault) implements DelimitedRow {}

  /**
   * Reads a row.
   *
   * @param columns how many fields it must have; 0 for any number
   */
  static DelimitedRow read(byte[] row, DelimitedFormat format, int columns) {
    if (row.length > TableLimits.ROW_BYTES) {
      return broken(
          TableLimits.ROW_BYTES,
          QuarantineReason.MALFORMED,
          "the row has more than %d bytes".formatted(TableLimits.ROW_BYTES));
    }
    return switch (RowText.decode(row, format.encoding())) {
      case RowText.Unreadable(int at, String why) ->
          broken(at, QuarantineReason.ENCODING, "byte %d of the row %s".formatted(at, why));
      case RowText.Text(String text) -> fields(text, format, columns);
    };
  }

  /** One cell of a broken row, if it can be found and its bytes are sound. */
  static Optional<String> cell(byte[] row, DelimitedFormat format, int place) {
    int start = 0;
    int found = 0;
    for (int at = 0; at <= row.length; at++) {
      if (at < row.length && row[at] == '"') {
        return Optional.empty();
      }
      if (at == row.length || row[at] == format.separator()) {
        if (found++ == place) {
          byte[] cell = Arrays.copyOfRange(row, start, at);
          return RowText.decode(cell, format.encoding()) instanceof RowText.Text(String text)
              ? Optional.of(text)
              : Optional.empty();
        }
        start = at + 1;
      }
    }
    return Optional.empty();
  }

  private static DelimitedRow fields(String text, DelimitedFormat format, int columns) {
    CsvRecord csv;
    try {
      csv =
          CsvReader.builder()
              .fieldSeparator(format.separator())
              .allowExtraCharsAfterClosingQuote(false)
              .allowUnclosedQuote(false)
              .ofSingleCsvRecord(text);
    } catch (CsvParseException e) {
      // The library's text may quote the row, so that it is not told on.
      return broken(
          0,
          QuarantineReason.MALFORMED,
          "the row's quotes do not pair, or something stands behind a closing one");
    }
    List<String> fields = csv.getFields();
    if (columns != 0 && fields.size() != columns) {
      return broken(
          0,
          QuarantineReason.MALFORMED,
          "the row has %d fields, the header %d".formatted(fields.size(), columns));
    }
    return new Fields(fields);
  }

  private static Broken broken(int at, QuarantineReason reason, String what) {
    return new Broken(
        at, new RowFault(reason, "", what + "; the department must deliver the row again"));
  }
}
