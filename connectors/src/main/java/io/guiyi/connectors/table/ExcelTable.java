package io.guiyi.connectors.table;

import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.records.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of an Excel file ({@code .xlsx}) in memory, read row by row. */
public final class ExcelTable implements TableReader {
  private static final int MOST_PARTS = 1_000;
  private static final int BUFFER = 64 * 1024;

  private final String file;
  private final TableLimits limits;
  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final List<String> columns;
  private int read;

  private ExcelTable(
      String file,
      TableLimits limits,
      ReadableWorkbook workbook,
      Stream<Row> stream,
      Iterator<Row> rows,
      List<String> columns) {
    this.file = file;
    this.limits = limits;
    this.workbook = workbook;
    this.stream = stream;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Opens a file and reads its header, the first row that is not blank.
   *
   * @param file its name, for positions and messages
   * @param content all of it; not copied
   * @throws SourceUnavailable TOO_LARGE packed or unpacked, DELIVERY_DAMAGED if it is no sound
   *     workbook, PROTOCOL if the header cannot be read
   */
  public static ExcelTable open(String file, byte[] content, TableLimits limits)
      throws SourceUnavailable {
    if (content.length > limits.bytes()) {
      throw tooLarge(file, "%d bytes".formatted(limits.bytes()));
    }
    try {
      checkUnpacked(file, content, limits);
      ReadableWorkbook workbook =
          new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true));
      Stream<Row> stream = workbook.getFirstSheet().openStream();
      Iterator<Row> rows = stream.iterator();
      List<String> names = List.of();
      while (names.isEmpty() && rows.hasNext()) {
        names = header(rows.next());
      }
      if (names.isEmpty()) {
        throw Header.wrong(file, "is missing");
      }
      List<String> columns = Header.checked(file, names, limits);
      return new ExcelTable(file, limits, workbook, stream, rows, columns);
    } catch (IOException | RuntimeException e) {
      throw damaged(file, e);
    }
  }

  /** Unpacks everything once and forgets it: what a zip says of its own size need not be true. */
  private static void checkUnpacked(String file, byte[] content, TableLimits limits)
      throws IOException, SourceUnavailable {
    long unpacked = 0;
    int parts = 0;
    byte[] buffer = new byte[BUFFER];
    try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        if (++parts > MOST_PARTS) {
          throw tooLarge(file, "%d parts".formatted(MOST_PARTS));
        }
        try (InputStream in = zip.getInputStream(part)) {
          unpacked += length(in, buffer, limits.bytes() - unpacked);
        }
        if (unpacked > limits.bytes()) {
          throw tooLarge(file, "%d bytes once it is unpacked".formatted(limits.bytes()));
        }
      }
    }
  }

  private static long length(InputStream in, byte[] buffer, long most) throws IOException {
    long length = 0;
    for (int got = in.read(buffer); got >= 0 && length <= most; got = in.read(buffer)) {
      length += got;
    }
    return length;
  }

  private static List<String> header(Row row) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      names.add(Optional.ofNullable(ExcelCell.text(row.getCell(i))).orElse(""));
    }
    while (!names.isEmpty() && names.getLast().isBlank()) {
      names.removeLast();
    }
    return names;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public Optional<TableRow> next() throws SourceUnavailable {
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        Map<String, @Nullable String> cells = cells(row);
        if (cells.values().stream().anyMatch(text -> text != null)) {
          if (++read > limits.rows()) {
            throw tooLarge(file, "%d rows".formatted(limits.rows()));
          }
          return Optional.of(
              new TableRow.Cells(new Position(file + " row " + row.getRowNum()), cells));
        }
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      throw damaged(file, e);
    }
  }

  private Map<String, @Nullable String> cells(Row row) {
    Map<String, @Nullable String> cells = LinkedHashMap.newLinkedHashMap(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), i < row.getCellCount() ? ExcelCell.text(row.getCell(i)) : null);
    }
    for (int i = columns.size(); i < row.getCellCount(); i++) {
      String beyond = ExcelCell.text(row.getCell(i));
      if (beyond != null) {
        cells.put(TablePayload.BEYOND, beyond);
      }
    }
    return cells;
  }

  @Override
  public void close() {
    stream.close();
    try {
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceUnavailable damaged(String file, Exception cause) {
    String how =
        cause instanceof ExcelReaderException ? "parts of it" : cause.getClass().getSimpleName();
    return SourceUnavailable.of(
        Kind.DELIVERY_DAMAGED,
        "%s is no sound .xlsx workbook (%s); the department must deliver it again"
            .formatted(file, how));
  }

  private static SourceUnavailable tooLarge(String file, String bound) {
    return SourceUnavailable.of(
        Kind.TOO_LARGE,
        "%s has more than %s; let the department deliver in parts, or raise the limit"
            .formatted(file, bound));
  }
}
