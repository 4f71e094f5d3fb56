package io.guiyi.routes.evaluate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.guiyi.connectors.Shape;
import io.guiyi.routes.config.ConfigFault;
import io.guiyi.routes.config.ConfigFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One column of a CSV file that holds a row for each record, found by its name; UTF-8, with or
 * without byte order mark. Further columns are not looked at.
 *
 * @param file the file
 * @param name the column
 * @param faults takes what is wrong with the file, up to {@value #FAULTS_MAX} rows
 */
public record RecordColumn(Path file, String name, ConfigFaults faults) {

  private static final int FAULTS_MAX = 20;

  /** Takes what the file says. */
  public interface Reader {

    /**
     * Takes one row.
     *
     * @return whether the record stands in the file for the first time
     */
    boolean take(String source, String recordId, String value);
  }

  /** Which column stands where. */
  private record Places(int source, int recordId, int value, int count) {}

  /** Reads every row. */
  public void read(Reader reader) {
    long line = 0;
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder()
            .detectBomHeader(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowUnclosedQuote(false)
            .ofCsvRecord(file)) {
      Places places = null;
      for (CsvRecord row : rows) {
        line = row.getStartingLineNumber();
        if (places == null) {
          places = places(row.getFields());
        } else if (faults.count() < FAULTS_MAX) {
          take(row, places, reader);
        }
        if (faults.count() >= FAULTS_MAX) {
          return;
        }
      }
      if (places == null) {
        fault(0, "is empty", "write the header source,record_id," + name);
      }
    } catch (CsvParseException e) {
      // The library's text may quote the row.
      fault(line + 1, "is not CSV: its quotes do not pair", "quote by RFC 4180");
    } catch (IOException | UncheckedIOException e) {
      fault(0, "cannot be read", "check that it exists, its rights and that it is UTF-8");
    }
  }

  private Places places(List<String> header) {
    List<String> missing = new ArrayList<>(List.of("source", "record_id", name));
    missing.removeAll(header);
    if (!missing.isEmpty()) {
      fault(
          1,
          "has no column " + String.join(", ", missing),
          "write the header source,record_id," + name);
      faults.refuseIfAny();
    }
    return new Places(
        header.indexOf("source"), header.indexOf("record_id"), header.indexOf(name), header.size());
  }

  private void take(CsvRecord row, Places places, Reader reader) {
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != places.count()) {
      fault(
          line,
          "has %d fields, the header %d".formatted(row.getFieldCount(), places.count()),
          "give each column a field; quote a comma");
      return;
    }
    String source = row.getField(places.source());
    String recordId = row.getField(places.recordId());
    String value = row.getField(places.value());
    if (source.isEmpty() || recordId.isEmpty() || value.isEmpty()) {
      fault(
          line,
          "has no " + (source.isEmpty() ? "source" : recordId.isEmpty() ? "record_id" : name),
          "fill it in, or leave the record out");
    } else if (!reader.take(source, recordId, value)) {
      fault(
          line,
          "record %s of source %s stands twice".formatted(Shape.of(recordId), Shape.of(source)),
          "keep one row for each record");
    }
  }

  private void fault(long line, String problem, String remedy) {
    faults.add(new ConfigFault(file.toString(), (int) line, problem, remedy));
  }
}
