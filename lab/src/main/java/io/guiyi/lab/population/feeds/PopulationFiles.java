package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.Guardian;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.Resident;
import io.guiyi.lab.population.faults.Feed;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a city to files: {@code police.jsonl} and {@code health.jsonl} (a row or a file per line),
 * {@code labour.csv} and {@code union.csv} (RFC 4180 in UTF-8 with a header; a missing value is
 * empty and an empty one is quoted), the education department's and the villages' own files in
 * {@code education} and {@code village}, {@code truth.csv} (one line for each record key of any
 * source) and {@code families.csv} (who answers for which child). Streams: memory does not grow
 * with the city.
 */
public final class PopulationFiles {

  /** Header of the file of families. */
  public static final String FAMILIES_HEADER = "child,guardian,relation";

  private final OpenFiles.Sheets education;
  private final OpenFiles.Sheets village;
  private final BufferedWriter police;
  private final BufferedWriter labour;
  private final BufferedWriter health;
  private final BufferedWriter union;
  private final BufferedWriter truth;
  private final BufferedWriter families;
  private final Map<Feed, Long> rows = new EnumMap<>(Feed.class);
  private long records;

  /**
   * What was written.
   *
   * @param people residents
   * @param rows rows by source; every version of a record is one
   * @param records lines of truth.csv without the header
   */
  public record Counts(long people, Map<Feed, Long> rows, long records) {

    /** Rows of all sources. */
    public long allRows() {
      return rows.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private PopulationFiles(OpenFiles files, PopulationSettings settings) throws IOException {
    police = files.text("police.jsonl", "");
    labour = files.text("labour.csv", labourHeader());
    education =
        files.sheets("education", EducationFeed.deliveries(settings), EducationRow.header());
    health = files.text("health.jsonl", "");
    union = files.text("union.csv", unionHeader());
    village = files.sheets("village", VillageFeed.deliveries(settings), VillageRow.header());
    truth = files.text("truth.csv", Truth.CSV_HEADER);
    families = files.text("families.csv", FAMILIES_HEADER);
    for (Feed feed : Feed.values()) {
      rows.put(feed, 0L);
    }
  }

  /**
   * Writes the files, replacing older ones.
   *
   * @param population the city
   * @param directory where; made if missing
   * @throws IOException if the disk refuses
   */
  public static Counts write(Population population, Path directory) throws IOException {
    Files.createDirectories(directory);
    try (OpenFiles files = new OpenFiles(directory)) {
      return new PopulationFiles(files, population.settings()).write(population);
    }
  }

  private Counts write(Population population) throws IOException {
    List<CityFeed<?>> feeds = CityFeed.all(population.settings());
    long people = 0;
    for (Household household : population) {
      people += household.members().size();
      families(household);
      for (CityFeed<?> feed : feeds) {
        for (Labelled<?> record : feed.records(household)) {
          records++;
          truth.append(record.truth().csv()).append('\n');
          for (CityRow row : record.versions()) {
            long number = rows.merge(record.truth().feed(), 1L, Long::sum);
            write(row, number);
          }
        }
      }
    }
    return new Counts(people, Map.copyOf(rows), records);
  }

  private void write(CityRow row, long number) throws IOException {
    switch (row) {
      case PoliceRow registration -> police.append(registration.json()).append('\n');
      case LabourRow transmission -> labour.append(labourLine(number, transmission)).append('\n');
      case EducationRow pupil -> education.write(pupil.delivery(), pupil.line());
      case HealthFile file -> health.append(file.json()).append('\n');
      case UnionRow member -> union.append(unionLine(member)).append('\n');
      case VillageRow guest -> village.write(guest.delivery(), guest.line());
    }
  }

  private void families(Household household) throws IOException {
    for (Resident child : household.members()) {
      if (child.role().isChild()) {
        for (Guardian guardian : household.guardians()) {
          families
              .append(child.personId())
              .append(',')
              .append(guardian.adult().personId())
              .append(',')
              .append(guardian.relation().name().toLowerCase(Locale.ROOT))
              .append('\n');
        }
      }
    }
  }

  private static String labourHeader() {
    StringBuilder header = new StringBuilder("lsh");
    for (LabourColumn column : LabourColumn.values()) {
      header.append(',').append(column.columnName());
    }
    return header.toString();
  }

  private static String labourLine(long runningNumber, LabourRow row) {
    StringBuilder line = new StringBuilder(500).append(runningNumber);
    for (LabourColumn column : LabourColumn.values()) {
      cell(line.append(','), row.fields().get(column));
    }
    return line.toString();
  }

  private static String unionHeader() {
    StringBuilder header = new StringBuilder("list");
    for (UnionColumn column : UnionColumn.values()) {
      header.append(',').append(column.title());
    }
    return header.toString();
  }

  private static String unionLine(UnionRow row) {
    StringBuilder line = new StringBuilder(300).append(row.delivery());
    for (UnionColumn column : UnionColumn.values()) {
      cell(line.append(','), row.fields().get(column));
    }
    return line.toString();
  }

  private static void cell(StringBuilder line, @Nullable String value) {
    if (value == null) {
      return;
    }
    boolean quoted =
        value.isEmpty() || value.chars().anyMatch(c -> c == ',' || c == '"' || c < ' ');
    line.append(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
  }
}
