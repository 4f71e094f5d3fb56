package io.guiyi.routes.link;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.column.RecordTableBuilder;
import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.ModelDescription.SourceColumns;
import io.guiyi.routes.config.ConfigFault;
import io.guiyi.routes.config.ConfigFaults;
import io.guiyi.routes.config.ConfigRefused;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the files of a run into one table. For one thread and one run. */
public final class RecordFiles {
  /** The most rejections that are kept; a run with more of them has the wrong file. */
  static final int MOST_REJECTIONS = 1_000_000;

  /** The most times that a file is taken up again behind a quote that never closes. */
  private static final int MOST_RESUMPTIONS = 100;

  /**
   * What was read.
   *
   * @param table the records that can be linked
   * @param names what they are called, by the place at which the table has them
   * @param rejected the rows that could not be read, in order
   * @param rows how many rows there were
   */
  public record Contents(
      RecordTable table, RecordNames names, List<Rejection> rejected, long rows) {
    /** Copies the list. */
    public Contents {
      rejected = List.copyOf(rejected);
    }
  }

  private final RecordTableBuilder records;
  private final List<String> sources;
  private final RecordNames names;
  private final List<Rejection> rejected = new ArrayList<>();
  private final int[] numbers;
  private final int[] firstSlots;
  private long[] lines = new long[1024];
  private long rows;

  private RecordFiles(ModelDescription model) {
    records = new RecordTableBuilder(model);
    numbers = new int[model.fields().size()];
    firstSlots = new int[numbers.length];
    for (int field = 1; field < numbers.length; field++) {
      int before = field - 1;
      firstSlots[field] = firstSlots[before] + records.lexicon(before).kind().parts().size();
    }
    sources =
        model.sources().stream().map(SourceColumns::source).sorted(CodePointOrder.TEXTS).toList();
    names = new RecordNames(sources);
  }

  /**
   * Reads all files.
   *
   * @throws ConfigRefused if a file is missing, or its header does not fit the model; with every
   *     fault of every file
   */
  public static Contents read(ModelDescription model, List<Input> inputs) {
    ConfigFaults faults = new ConfigFaults();
    List<InputHeader> headers = new ArrayList<>();
    for (Input input : inputs) {
      InputHeader.read(model, input, faults).ifPresent(headers::add);
    }
    faults.refuseIfAny();
    RecordFiles files = new RecordFiles(model);
    for (int i = 0; i < headers.size(); i++) {
      files.read(inputs.get(i), headers.get(i));
    }
    return files.contents();
  }

  private Contents contents() {
    rejected.sort(Rejection.IN_ORDER);
    return new Contents(records.build(), names, rejected, rows);
  }

  private void read(Input input, InputHeader header) {
    int source = sources.indexOf(input.source());
    long behind = 0;
    for (int attempt = 0; attempt <= MOST_RESUMPTIONS; attempt++) {
      Optional<Long> broken = readFrom(input, header, source, behind);
      if (broken.isEmpty()) {
        return;
      }
      behind = broken.get();
    }
    throw new ConfigRefused(
        List.of(
            new ConfigFault(
                input.file().toString(),
                (int) behind,
                "more than %d quotes open and never close".formatted(MOST_RESUMPTIONS),
                "quote by RFC 4180: double a quote inside of quotes")));
  }

  /**
   * Reads a file from behind so many lines.
   *
   * @return empty at its end; otherwise the line whose quote never closes, counted as rejected
   */
  private Optional<Long> readFrom(Input input, InputHeader header, int source, long behind) {
    RowHandler row = new RowHandler(header.id(), header.slots());
    try (Reader text = Utf8Rows.open(input.file(), behind);
        CsvReader<RowHandler> parser =
            CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .build(row, text)) {
      boolean isHeader = behind == 0;
      for (RowHandler next : parser) {
        if (!isHeader) {
          take(next, input.source(), source, header, behind);
        }
        isHeader = false;
      }
      return Optional.empty();
    } catch (CsvParseException e) {
      rows++;
      long line = behind + Math.max(1, row.line);
      reject(
          new Rejection(
              input.source(),
              line,
              "",
              "",
              "a quote opens and never closes",
              "close it, or double it where it belongs to the text; reading went on a line below"));
      return Optional.of(line);
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalStateException(
          "%s broke off while it was read; try again".formatted(input.file()), e);
    }
  }

  private void take(
      RowHandler row, String sourceName, int source, InputHeader header, long behind) {
    rows++;
    long line = behind + row.line;
    Optional<Rejection> fault = fault(row, sourceName, header, line);
    if (fault.isPresent()) {
      reject(fault.get());
      return;
    }
    for (int field = 0; field < numbers.length; field++) {
      numbers[field] = records.lexicon(field).number(row.parts, firstSlots[field]);
    }
    int known = names.size();
    int place = names.place(source, row.id, row.idLength);
    if (place == known) {
      records.add(numbers);
      if (place == lines.length) {
        lines = Arrays.copyOf(lines, 2 * place);
      }
      lines[place] = line;
    } else {
      twice(place, line, header);
    }
  }

  private static Optional<Rejection> fault(
      RowHandler row, String source, InputHeader header, long line) {
    String column = "";
    String reason = "";
    String remedy = "";
    if (row.fields != header.names().size()) {
      reason = "has %d fields, the header %d".formatted(row.fields, header.names().size());
      remedy = "give each column a field; quote a text that holds commas or line breaks";
    } else if (row.idDamaged || row.damagedColumn >= 0) {
      column = header.name(row.idDamaged ? header.id() : row.damagedColumn);
      reason = "bytes that are no UTF-8";
      remedy = "write the file as UTF-8";
    } else if (row.idLength == 0) {
      column = header.name(header.id());
      reason = "no id";
      remedy = "give each record of the source an id of its own";
    } else if (row.idLength > RowHandler.LONGEST_ID) {
      column = header.name(header.id());
      reason = "id of %d bytes".formatted(row.idLength);
      remedy = "write at most %d".formatted(RowHandler.LONGEST_ID);
    } else if (row.longColumn >= 0) {
      column = header.name(row.longColumn);
      reason = "more than %d characters".formatted(RowHandler.LONGEST_VALUE);
      remedy = "shorten it; look for a quote that closes too late";
    } else {
      return Optional.empty();
    }
    return Optional.of(new Rejection(source, line, row.idText(), column, reason, remedy));
  }

  /**
   * Of two rows with one id the one stays whose content has the lower digest, so that no order of
   * rows decides; of two equal ones the first.
   */
  private void twice(int place, long line, InputHeader header) {
    long lost = line;
    if (isBefore(place)) {
      lost = lines[place];
      lines[place] = line;
      records.replace(place, numbers);
    }
    reject(
        new Rejection(
            names.source(place),
            lost,
            names.id(place),
            header.name(header.id()),
            "id stands twice in source; the row at line %d is kept".formatted(lines[place]),
            "give each record of the source an id of its own"));
  }

  private boolean isBefore(int place) {
    for (int field = 0; field < numbers.length; field++) {
      long here = records.lexicon(field).digest(numbers[field]);
      long there = records.lexicon(field).digest(records.number(place, field));
      if (here != there) {
        return Long.compareUnsigned(here, there) < 0;
      }
    }
    return false;
  }

  private void reject(Rejection rejection) {
    if (rejected.size() == MOST_REJECTIONS) {
      throw new IllegalStateException(
          "more than %d rows cannot be read, the last of %s; compare the file with the model"
              .formatted(MOST_REJECTIONS, rejection));
    }
    rejected.add(rejection);
  }
}
