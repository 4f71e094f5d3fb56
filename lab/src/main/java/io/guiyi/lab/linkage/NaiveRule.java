package io.guiyi.lab.linkage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.guiyi.lab.population.CitizenNumbers;
import io.guiyi.lab.population.faults.Feed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What everybody would do first, as a yardstick: the same valid ID number, or the same name, birth
 * date and sex, is the same person; and so on through others.
 */
public final class NaiveRule {

  private static final Pattern DATE = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");

  private static final Map<String, String> SEXES =
      Map.of("1", "m", "男", "m", "male", "m", "2", "f", "女", "f", "female", "f");

  private final Groups groups = new Groups();
  private final Map<String, Integer> byNumber = new HashMap<>();
  private final Map<String, Integer> byName = new HashMap<>();

  private NaiveRule() {}

  /**
   * Which columns of a file hold what.
   *
   * @param birthDate empty where the file has none
   */
  private record Columns(String name, String number, String sex, String birthDate) {

    static Columns of(Feed feed) {
      return switch (feed) {
        case POLICE -> new Columns("xm", "zjhm", "xb", "csrq");
        case LABOUR -> new Columns("aac003", "aac147", "aac004", "aac006");
        case EDUCATION -> new Columns("XM", "SFZJH", "XBM", "CSRQ");
        case HEALTH -> new Columns("XM", "SFZH", "XB", "CSRQ");
        case UNION -> new Columns("姓名", "身份证号", "性别", "出生日期");
        case VILLAGE -> new Columns("姓名", "证件号码", "性别", "");
      };
    }
  }

  /** Takes a record. */
  private interface Reader {
    void take(Columns columns, NamedCsvRecord row) throws IOException;
  }

  /**
   * Clusters the records of a folder that {@link LinkageFiles} has written.
   *
   * @param clusters where the clusters are written
   * @throws IOException if a file is missing or the disk refuses
   */
  public static void apply(Path folder, Path clusters) throws IOException {
    NaiveRule rule = new NaiveRule();
    for (Feed feed : Feed.values()) {
      read(folder, feed, rule::join);
    }
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(clusters)) {
      csv.writeRecord(List.of("source", "record_id", "person_id"));
      int[] next = {0};
      for (Feed feed : Feed.values()) {
        read(
            folder,
            feed,
            (_, row) -> {
              String group = Integer.toString(rule.groups.of(next[0]++));
              csv.writeRecord(feed.source(), row.getField(0), group);
            });
      }
    }
  }

  private static void read(Path folder, Feed feed, Reader reader) throws IOException {
    Columns columns = Columns.of(feed);
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(LinkageFiles.file(feed)))) {
      for (NamedCsvRecord row : rows) {
        reader.take(columns, row);
      }
    }
  }

  private void join(Columns columns, NamedCsvRecord row) {
    int record = groups.add();
    String number = row.getField(columns.number()).strip().toUpperCase(Locale.ROOT);
    if (CitizenNumbers.checks(number)) {
      groups.join(record, byNumber.computeIfAbsent(number, _ -> record));
    }
    who(columns, row)
        .ifPresent(who -> groups.join(record, byName.computeIfAbsent(who, _ -> record)));
  }

  /** Name, birth date and sex, if the row has all three. */
  private static Optional<String> who(Columns columns, NamedCsvRecord row) {
    String name = row.getField(columns.name()).strip();
    String sex = SEXES.getOrDefault(row.getField(columns.sex()).strip(), "");
    if (name.isEmpty() || sex.isEmpty() || columns.birthDate().isEmpty()) {
      return Optional.empty();
    }
    var born = DATE.matcher(row.getField(columns.birthDate()).strip());
    return born.matches()
        ? Optional.of(name + sex + born.group(1) + born.group(2) + born.group(3))
        : Optional.empty();
  }
}
