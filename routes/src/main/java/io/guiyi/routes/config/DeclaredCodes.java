package io.guiyi.routes.config;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.guiyi.routes.config.CodeTable.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the section {@code codes}: lists written in place, or in files {@code codes/*.csv}. */
final class DeclaredCodes {
  private static final int MOST_CODES = 1_000;
  private static final int MOST_BYTES = 1 << 20;
  private static final List<String> HEADER = List.of("code", "meaning");

  private final Path folder;

  DeclaredCodes(Path folder) {
    this.folder = folder;
  }

  /** Every list by its name. */
  Map<String, CodeTable> read(ConfigNode node) {
    Map<String, CodeTable> lists = new LinkedHashMap<>();
    for (String name : node.keys()) {
      lists.put(name, node.isSection(name) ? inline(node.section(name)) : file(node, name));
    }
    return lists;
  }

  /** A list written in place. */
  static CodeTable inline(ConfigNode section) {
    Map<String, Word> words = new LinkedHashMap<>();
    for (String code : section.keys()) {
      words.put(code, new Word(section.text(code, ""), section.file(), section.lineOf(code)));
    }
    return new CodeTable(words);
  }

  private CodeTable file(ConfigNode node, String name) {
    Path file = folder.resolve(node.requiredText(name)).normalize();
    String shown = file.startsWith(folder) ? folder.relativize(file).toString() : file.toString();
    if (!file.startsWith(folder)) {
      node.fault(name, shown + " lies outside the configuration", "write codes/NAME.csv");
      return CodeTable.EMPTY;
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        node.fault(name, shown + " is larger than 1 MiB", "keep the codes that are used");
        return CodeTable.EMPTY;
      }
      return read(Files.readString(file), shown, node.faults());
    } catch (IOException | UncheckedIOException e) {
      node.fault(
          name,
          shown + " cannot be read",
          "create it in UTF-8 with the header 'code,meaning' and one code a line");
      return CodeTable.EMPTY;
    }
  }

  private static CodeTable read(String text, String file, ConfigFaults faults) {
    Map<String, Word> words = new LinkedHashMap<>();
    boolean headed = false;
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder()
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(text.replaceFirst("^\uFEFF", ""))) {
      for (CsvRecord row : rows) {
        int line = (int) row.getStartingLineNumber();
        if (!headed) {
          headed = true;
          if (!row.getFields().equals(HEADER)) {
            faults.add(new ConfigFault(file, line, "has another header", "write 'code,meaning'"));
          }
        } else if (row.getFieldCount() != HEADER.size() || row.getField(0).isBlank()) {
          faults.add(
              new ConfigFault(
                  file, line, "is not one code and one meaning", "write 'CODE,MEANING'"));
        } else if (words.putIfAbsent(row.getField(0), new Word(row.getField(1), file, line))
            != null) {
          faults.add(
              new ConfigFault(
                  file, line, "code %s stands twice".formatted(row.getField(0)), "keep one"));
        }
      }
    } catch (CsvParseException | IOException e) {
      faults.add(new ConfigFault(file, 0, "is not CSV", "check quotes and commas"));
    }
    if (words.size() > MOST_CODES) {
      faults.add(
          new ConfigFault(
              file, 0, "holds %d codes".formatted(words.size()), "keep at most " + MOST_CODES));
    }
    return new CodeTable(words);
  }
}
