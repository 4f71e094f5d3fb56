package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Population;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes a city to three files: {@code police.jsonl} (a row per line), {@code labour.csv} (RFC 4180
 * with a header; a missing value is empty and an empty one is quoted) and {@code truth.csv} (one
 * line for each record key of either department). Streams: memory does not grow with the city.
 */
public final class PopulationFiles {

  private PopulationFiles() {}

  /**
   * What was written.
   *
   * @param people residents
   * @param policeRows lines of police.jsonl
   * @param labourRows lines of labour.csv without the header
   * @param records lines of truth.csv without the header
   */
  public record Counts(long people, long policeRows, long labourRows, long records) {}

  /**
   * Writes the files, replacing older ones.
   *
   * @param population the city
   * @param directory where; made if missing
   * @throws IOException if the disk refuses
   */
  public static Counts write(Population population, Path directory) throws IOException {
    Files.createDirectories(directory);
    PoliceFeed policeFeed = new PoliceFeed(population.settings());
    LabourFeed labourFeed = new LabourFeed(population.settings());
    long people = 0;
    long policeRows = 0;
    long labourRows = 0;
    long records = 0;
    try (BufferedWriter police = open(directory, "police.jsonl");
        BufferedWriter labour = open(directory, "labour.csv");
        BufferedWriter truth = open(directory, "truth.csv")) {
      labour.append(labourHeader()).append('\n');
      truth.append(Truth.CSV_HEADER).append('\n');
      for (Household household : population) {
        people += household.members().size();
        for (Labelled<PoliceRow> record : policeFeed.records(household)) {
          records++;
          truth.append(record.truth().csv()).append('\n');
          for (PoliceRow row : record.versions()) {
            policeRows++;
            police.append(row.json()).append('\n');
          }
        }
        for (Labelled<LabourRow> record : labourFeed.records(household)) {
          records++;
          truth.append(record.truth().csv()).append('\n');
          for (LabourRow row : record.versions()) {
            labourRows++;
            labour.append(labourLine(labourRows, row)).append('\n');
          }
        }
      }
    }
    return new Counts(people, policeRows, labourRows, records);
  }

  private static BufferedWriter open(Path directory, String name) throws IOException {
    return Files.newBufferedWriter(directory.resolve(name), StandardCharsets.UTF_8);
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
      line.append(',');
      cell(line, row.fields().get(column));
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
