package io.guiyi.lab.linkage;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.guiyi.lab.population.WrittenDates;
import io.guiyi.lab.population.books.Dice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of one source in the making: UTF-8, comma, LF, a header; the first column is the
 * record's number. Rows are shuffled, and numbered in the order in which they end up, so that a
 * number tells nothing that the place in the file does not.
 */
public final class RecordSheet implements AutoCloseable {

  private static final int NUMBER_DIGITS = 9;

  private final String source;
  private final List<String> header;
  private final RowShuffle rows;
  private long count;

  /**
   * Where the truth goes.
   *
   * @param persons source, number and person of each record
   * @param difficulties source, number and difficulty of each record
   */
  public record Truth(CsvWriter persons, CsvWriter difficulties) implements AutoCloseable {

    /** Header of the file of persons. */
    static final List<String> PERSONS = List.of("source", "record_id", "person_id");

    private static final List<String> DIFFICULTIES = List.of("source", "record_id", "difficulty");

    /** Files {@code truth.csv} and {@code difficulty.csv} in this folder. */
    public static Truth in(Path folder) throws IOException {
      CsvWriter persons = csv(folder.resolve("truth.csv"));
      CsvWriter difficulties = csv(folder.resolve("difficulty.csv"));
      persons.writeRecord(PERSONS);
      difficulties.writeRecord(DIFFICULTIES);
      return new Truth(persons, difficulties);
    }

    @Override
    public void close() throws IOException {
      persons.close();
      difficulties.close();
    }
  }

  /**
   * A sheet.
   *
   * @param source name of the source
   * @param header name of the column of numbers, then of the columns of a row
   * @param folder where rows are kept aside; exists
   * @param rowsExpected how many rows are about to come, roughly
   * @param dice decides the order
   */
  public RecordSheet(String source, List<String> header, Path folder, long rowsExpected, Dice dice)
      throws IOException {
    this.source = source;
    this.header = List.copyOf(header);
    this.rows = new RowShuffle(folder, rowsExpected, dice);
  }

  /** Adds a record. */
  public void add(TrueRow row) throws IOException {
    rows.add(row);
  }

  /**
   * Writes the file and the truth about its records, once.
   *
   * @return how many records there are
   */
  public long write(Path file, Truth truth) throws IOException {
    try (CsvWriter sheet = csv(file)) {
      sheet.writeRecord(header);
      rows.drain(row -> {
        count++;
        String number = WrittenDates.padded(count, NUMBER_DIGITS);
        List<String> cells = new ArrayList<>(header.size());
        cells.add(number);
        cells.addAll(row.cells());
        sheet.writeRecord(cells);
        truth.persons().writeRecord(source, number, row.person());
        truth.difficulties().writeRecord(source, number, row.difficulty());
      });
    }
    return count;
  }

  private static CsvWriter csv(Path file) throws IOException {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
