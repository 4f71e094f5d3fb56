package io.guiyi.lab.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.guiyi.lab.linkage.TrueRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A public file of records whose truth is known: a column of it says whom a record is about, and
 * its record numbers give that away too.
 *
 * @param file its name
 * @param source name of the source in the model
 * @param number the column of record numbers
 */
record PublicSet(String file, String source, String number) {

  private static final String TRUTH = "cluster";
  private static final String PLAIN = "plain";

  /**
   * A file that has been read.
   *
   * @param columns its columns without number and truth
   * @param rows its records under these columns
   */
  record Content(List<String> columns, List<TrueRow> rows) {}

  /** The files of a contest on public sets, all of which are needed. */
  static List<PublicSet> of(Contest contest) {
    return switch (contest) {
      case FEBRL3 -> List.of(new PublicSet("febrl3.csv", "febrl", "rec_id"));
      case FEBRL4 ->
          List.of(
              new PublicSet("febrl4a.csv", "febrl4a", "rec_id"),
              new PublicSet("febrl4b.csv", "febrl4b", "rec_id"));
      case HISTORICAL, SCALED ->
          List.of(new PublicSet("historical_50k.csv", "historical", "unique_id"));
      case CITY, CITY_DOUBLED, MILLION -> List.of();
    };
  }

  /** Reads the file. */
  Content read(Path folder) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
      List<String> columns = new ArrayList<>();
      List<TrueRow> rows = new ArrayList<>();
      for (NamedCsvRecord row : csv) {
        if (columns.isEmpty()) {
          columns.addAll(row.getHeader());
          columns.removeAll(List.of(number, TRUTH));
        }
        List<String> cells = columns.stream().map(row::getField).toList();
        rows.add(new TrueRow(row.getField(TRUTH), PLAIN, cells));
      }
      return new Content(List.copyOf(columns), rows);
    }
  }
}
