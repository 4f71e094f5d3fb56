package io.guiyi.routes.link;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.ModelDescription.SourceColumns;
import io.guiyi.matching.value.ValueKinds;
import io.guiyi.routes.config.ConfigFault;
import io.guiyi.routes.config.ConfigFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a file has the columns of its source.
 *
 * @param names the columns of the file
 * @param id the place of the id column
 * @param slots the place of each part of each field of the model; -1 for those the source has not
 */
record InputHeader(List<String> names, int id, int[] slots) {
  /** Reads the header of a file; empty, with faults noted, if it does not fit the model. */
  static Optional<InputHeader> read(ModelDescription model, Input input, ConfigFaults faults) {
    Optional<SourceColumns> source =
        model.sources().stream().filter(own -> own.source().equals(input.source())).findFirst();
    if (source.isEmpty()) {
      fault(
          input,
          0,
          "source '%s' is none of model %s".formatted(input.source(), model.name()),
          "write one of: "
              + model.sources().stream()
                  .map(SourceColumns::source)
                  .collect(Collectors.joining(", ")),
          faults);
      return Optional.empty();
    }
    int before = faults.count();
    List<String> names = names(input, faults);
    if (faults.count() > before) {
      return Optional.empty();
    }
    InputHeader header = places(model, source.get(), input, names, faults);
    return faults.count() > before ? Optional.empty() : Optional.of(header);
  }

  private static List<String> names(Input input, ConfigFaults faults) {
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder()
            .allowExtraCharsAfterClosingQuote(true)
            .ofCsvRecord(Utf8Rows.open(input.file(), 0))) {
      Iterator<CsvRecord> first = rows.iterator();
      if (first.hasNext()) {
        return List.copyOf(first.next().getFields());
      }
      fault(input, 0, "is empty", "write a header line that names the columns", faults);
    } catch (CsvParseException e) {
      fault(input, 1, "has no header that is CSV", "quote by RFC 4180", faults);
    } catch (IOException | UncheckedIOException e) {
      fault(input, 0, "cannot be read", "check that it exists and its rights", faults);
    }
    return List.of();
  }

  private static InputHeader places(
      ModelDescription model,
      SourceColumns source,
      Input input,
      List<String> names,
      ConfigFaults faults) {
    int id = place(source.id(), input, names, faults);
    List<Integer> slots = new ArrayList<>();
    for (ModelDescription.Field field : model.fields()) {
      List<String> columns = source.columns().getOrDefault(field.name(), List.of());
      int parts = ValueKinds.named(field.kind()).parts().size();
      for (int part = 0; part < parts; part++) {
        String column = part < columns.size() ? columns.get(part) : "";
        slots.add(column.isEmpty() ? -1 : place(column, input, names, faults));
      }
    }
    return new InputHeader(names, id, slots.stream().mapToInt(Integer::intValue).toArray());
  }

  /**
   * The column that a model names: {@code a | b} is the first of them that the file has, and one
   * that ends with a question mark may be missing.
   */
  private static int place(String column, Input input, List<String> names, ConfigFaults faults) {
    boolean optional = column.endsWith("?");
    String wanted = optional ? column.substring(0, column.length() - 1) : column;
    for (String alternative : wanted.split("\\|", -1)) {
      List<Integer> found = columns(alternative.strip(), names);
      if (found.size() > 1) {
        fault(
            input,
            1,
            "has %d columns '%s'".formatted(found.size(), alternative.strip()),
            "keep one",
            faults);
      }
      if (!found.isEmpty()) {
        return found.getFirst();
      }
    }
    if (!optional) {
      fault(
          input,
          1,
          "has no column '%s'".formatted(wanted),
          "add it, or change the columns of source %s in the model".formatted(input.source()),
          faults);
    }
    return -1;
  }

  /** The columns of that name; if there is none, those that differ by capital letters alone. */
  private static List<Integer> columns(String column, List<String> names) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(column)) {
        found.add(i);
      }
    }
    for (int i = 0; i < names.size() && found.isEmpty(); i++) {
      if (names.get(i).strip().equalsIgnoreCase(column)) {
        found.add(i);
      }
    }
    return found;
  }

  private static void fault(
      Input input, int line, String problem, String remedy, ConfigFaults faults) {
    faults.add(new ConfigFault(input.file().toString(), line, problem, remedy));
  }

  /** The name of a column, for a rejection. */
  String name(int column) {
    return names.get(column).replace(Utf8Rows.DAMAGED, '?');
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InputHeader header
        && names.equals(header.names)
        && id == header.id
        && Arrays.equals(slots, header.slots);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + Arrays.hashCode(slots);
  }

  @Override
  public String toString() {
    return "InputHeader" + names;
  }
}
