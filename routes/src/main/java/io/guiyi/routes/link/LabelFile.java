package io.guiyi.routes.link;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.model.Calibration;
import io.guiyi.matching.pair.PairWeigher;
import io.guiyi.routes.config.ConfigFault;
import io.guiyi.routes.config.ConfigRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What people said of pairs: CSV, UTF-8, with the columns {@code
 * source_a,record_a,source_b,record_b,match}, as {@code review.csv} names pairs; match is 1 for one
 * person, 0 for two, and empty for a pair that nobody has judged yet.
 *
 * @param file the file
 */
record LabelFile(Path file) {
  private static final int MOST_LABELS = 10_000_000;
  private static final List<String> COLUMNS =
      List.of("source_a", "record_a", "source_b", "record_b", "match");

  /**
   * What the labels teach.
   *
   * @param calibration from weights to probabilities
   * @param used how many labels there were
   * @param unknown how many named a record that was not read, or two of one content
   */
  record Learnt(Calibration calibration, int used, int unknown) {}

  /**
   * Learns from all labels.
   *
   * @throws ConfigRefused if the file cannot be right, or tells too little
   */
  Learnt learn(RecordFiles.Contents contents, PairWeigher weigher) {
    List<Calibration.Label> labels = new ArrayList<>();
    int unknown = 0;
    long line = 1;
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        line = row.getStartingLineNumber();
        if (!row.getHeader().containsAll(COLUMNS)) {
          throw refused(1, "lacks a column", "write the header " + String.join(",", COLUMNS));
        }
        String match = row.getField("match").strip();
        if (match.isEmpty()) {
          continue;
        }
        if (!match.equals("0") && !match.equals("1")) {
          throw refused(line, "match is neither 0 nor 1", "write 1 for one person, 0 for two");
        }
        if (labels.size() == MOST_LABELS) {
          throw refused(line, "holds more than %d labels".formatted(MOST_LABELS), "give fewer");
        }
        int a = unit(contents, row.getField("source_a"), row.getField("record_a"));
        int b = unit(contents, row.getField("source_b"), row.getField("record_b"));
        if (a < 0 || b < 0 || a == b) {
          unknown++;
        } else {
          long weight = weigher.weight(Math.min(a, b), Math.max(a, b));
          labels.add(new Calibration.Label(weight, match.equals("1")));
        }
      }
      return new Learnt(Calibration.of(labels), labels.size(), unknown);
    } catch (IllegalArgumentException e) {
      throw refused(0, "holds " + e.getMessage(), "label more pairs of review.csv");
    } catch (CsvParseException e) {
      throw refused(line, "is no CSV behind this line", "quote by RFC 4180");
    } catch (IOException | UncheckedIOException e) {
      throw refused(0, "cannot be read", "check that it exists and its rights");
    }
  }

  private static int unit(RecordFiles.Contents contents, String source, String id) {
    RecordTable table = contents.table();
    int record = contents.names().find(source, id);
    return record < 0 ? -1 : table.unitOf(record);
  }

  private ConfigRefused refused(long line, String problem, String remedy) {
    return new ConfigRefused(
        List.of(new ConfigFault(file.toString(), (int) line, problem, remedy)));
  }
}
