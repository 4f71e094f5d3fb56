package io.guiyi.lab.linkage;

import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.feeds.CityFeed;
import io.guiyi.lab.population.feeds.CityRow;
import io.guiyi.lab.population.feeds.Labelled;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A record that stands on the reference day, flat and as dirty as its department sent it.
 *
 * @param feed the department
 * @param resident the true person's number in the city, from 1
 * @param cells the values under {@link #columns}
 */
public record CityRecord(Feed feed, int resident, List<String> cells) {

  /** Copies the list. */
  public CityRecord {
    cells = List.copyOf(cells);
  }

  /** The columns of a department, without the one of the key. */
  public static List<String> columns(Feed feed) {
    List<String> header = FlatRow.header(feed);
    return header.subList(1, header.size());
  }

  /** Hands over all records of a city, household by household. */
  public static void each(PopulationSettings settings, Consumer<CityRecord> sink) {
    List<CityFeed<?>> feeds = CityFeed.all(settings);
    LatestVersion latest = new LatestVersion(settings);
    for (Household household : Population.generate(settings)) {
      for (CityFeed<?> feed : feeds) {
        for (Labelled<?> record : feed.records(household)) {
          Optional<? extends CityRow> standing = latest.of(record.versions());
          standing.ifPresent(row ->
              sink.accept(
                  new CityRecord(
                      record.truth().feed(),
                      Integer.parseInt(record.truth().personId().substring(1)),
                      FlatRow.cells(row))));
        }
      }
    }
  }

  /** Nobody's data belongs in a log, not even an invented person's. */
  @Override
  public String toString() {
    return feed.source() + " record";
  }
}
