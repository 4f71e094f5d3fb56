package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.faults.FaultTally;
import io.guiyi.lab.population.faults.Feed;
import java.util.Arrays;
import java.util.List;

/**
 * Households as one department writes them. The rows of a household depend on the settings and the
 * household alone. Single-threaded, because it counts its faults.
 *
 * @param <R> kind of row
 */
public sealed interface CityFeed<R extends CityRow>
    permits PoliceFeed, LabourFeed, EducationFeed, HealthFeed, UnionFeed, VillageFeed {

  /** The feed of one department in a city with these settings. */
  static CityFeed<?> of(Feed feed, PopulationSettings settings) {
    return switch (feed) {
      case POLICE -> new PoliceFeed(settings);
      case LABOUR -> new LabourFeed(settings);
      case EDUCATION -> new EducationFeed(settings);
      case HEALTH -> new HealthFeed(settings);
      case UNION -> new UnionFeed(settings);
      case VILLAGE -> new VillageFeed(settings);
    };
  }

  /** The feeds of all departments. */
  static List<CityFeed<?>> all(PopulationSettings settings) {
    return Arrays.stream(Feed.values()).<CityFeed<?>>map(feed -> of(feed, settings)).toList();
  }

  /** All records of a household. */
  List<Labelled<R>> records(Household household);

  /** How often each fault could and did happen so far. */
  FaultTally tally();
}
