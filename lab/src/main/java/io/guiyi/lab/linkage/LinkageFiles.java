package io.guiyi.lab.linkage;

import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.feeds.CityFeed;
import io.guiyi.lab.population.feeds.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a city for a linkage run: {@code police.csv}, {@code labour.csv} and so on with one row
 * for each record that stands, as dirty as the department sent it; {@code truth.csv} and {@code
 * difficulty.csv} apart from them. Memory does not grow with the city but for the citizen numbers
 * that are taken.
 */
public final class LinkageFiles {

  private final PopulationSettings settings;
  private final Map<Feed, RecordSheet> sheets = new EnumMap<>(Feed.class);

  /**
   * What was written.
   *
   * @param people residents
   * @param records rows by source
   */
  public record Counts(long people, Map<Feed, Long> records) {

    /** Rows of all sources. */
    public long allRecords() {
      return records.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private LinkageFiles(PopulationSettings settings, Path aside) throws IOException {
    this.settings = settings;
    for (Feed feed : Feed.values()) {
      Dice dice = Dice.of(settings.seed(), Dice.Purpose.LINKAGE_ORDER, feed.ordinal());
      sheets.put(
          feed,
          new RecordSheet(feed.source(), FlatRow.header(feed), aside, settings.people(), dice));
    }
  }

  /** Name of a source's file. */
  public static String file(Feed feed) {
    return feed.source() + ".csv";
  }

  /**
   * Writes the files, replacing older ones.
   *
   * @param population the city
   * @param directory where; made if missing
   * @throws IOException if the disk refuses
   */
  public static Counts write(Population population, Path directory) throws IOException {
    Path aside = Files.createTempDirectory(Files.createDirectories(directory), "shuffle");
    LinkageFiles files = new LinkageFiles(population.settings(), aside);
    try (RecordSheet.Truth truth = RecordSheet.Truth.in(directory)) {
      long people = files.deal(population);
      Map<Feed, Long> records = new EnumMap<>(Feed.class);
      for (Feed feed : Feed.values()) {
        RecordSheet sheet = Objects.requireNonNull(files.sheets.get(feed));
        records.put(feed, sheet.write(directory.resolve(file(feed)), truth));
      }
      return new Counts(people, Map.copyOf(records));
    } finally {
      for (RecordSheet sheet : files.sheets.values()) {
        sheet.close();
      }
      Files.delete(aside);
    }
  }

  private long deal(Population population) throws IOException {
    List<CityFeed<?>> feeds = CityFeed.all(settings);
    LatestVersion latest = new LatestVersion(settings);
    long people = 0;
    for (Household household : population) {
      people += household.members().size();
      for (CityFeed<?> feed : feeds) {
        for (Labelled<?> record : feed.records(household)) {
          deal(record, latest);
        }
      }
    }
    return people;
  }

  private void deal(Labelled<?> record, LatestVersion latest) throws IOException {
    var standing = latest.of(record.versions());
    if (standing.isPresent()) {
      Objects.requireNonNull(sheets.get(record.truth().feed()))
          .add(
              new TrueRow(
                  record.truth().personId(),
                  record.truth().difficulty(),
                  FlatRow.cells(standing.get())));
    }
  }
}
