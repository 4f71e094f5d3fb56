package io.guiyi.lab.population.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.books.Confusions;
import io.guiyi.lab.population.faults.Clerk;
import io.guiyi.lab.population.faults.Damage;
import io.guiyi.lab.population.faults.Fault;
import io.guiyi.lab.population.faults.FaultTally;
import io.guiyi.lab.population.faults.FaultTally.Count;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.faults.Lapse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Faults happen as often as they should")
class FaultRatesTest {

  private static final int PEOPLE = 50_000;
  private static final PopulationSettings SETTINGS =
      new PopulationSettings(PEOPLE, 20_260_630, 1.0);
  private static final Map<Feed, FaultTally> TALLIES = new HashMap<>();
  private static final Map<Feed, Map<String, Integer>> LABELS = new HashMap<>();
  private static final Map<Feed, Integer> ROWS = new HashMap<>();

  @BeforeAll
  static void writeTheCity() {
    Population city = Population.generate(SETTINGS);
    List<CityFeed<?>> feeds = CityFeed.all(SETTINGS);
    for (Household household : city) {
      for (CityFeed<?> feed : feeds) {
        feed.records(household).forEach(FaultRatesTest::count);
      }
    }
    for (Feed feed : Feed.values()) {
      TALLIES.put(feed, feeds.get(feed.ordinal()).tally());
    }
  }

  private static void count(Labelled<?> record) {
    Feed feed = record.truth().feed();
    ROWS.merge(feed, record.versions().size(), Integer::sum);
    Map<String, Integer> labels = LABELS.computeIfAbsent(feed, ignored -> new HashMap<>());
    record.truth().labels().forEach(label -> labels.merge(label, 1, Integer::sum));
  }

  private static Stream<Fault> allFaults() {
    return Stream.of(
            Clerk.slips(Confusions.load()).stream(),
            Arrays.stream(Lapse.values()),
            Arrays.stream(Damage.values()))
        .flatMap(faults -> faults);
  }

  private static double percent(Feed feed, Fault fault) {
    return SETTINGS.profile().faultPercent(fault.label(), feed.source());
  }

  static Stream<Arguments> faults() {
    return Arrays.stream(Feed.values())
        .flatMap(feed ->
            allFaults()
                .filter(fault -> percent(feed, fault) > 0)
                .map(fault -> Arguments.of(feed, fault.label(), percent(feed, fault))));
  }

  @Test
  @DisplayName("the profile has a rate for every fault and knows no other")
  void everyFaultHasItsRate() {
    assertThat(SETTINGS.profile().faults())
        .containsExactlyInAnyOrderElementsOf(allFaults().map(Fault::label).toList());
  }

  @ParameterizedTest(name = "{0} {1}: {2} %")
  @MethodSource("faults")
  @DisplayName("each within 35 % of its rate, or within four and a half standard deviations")
  void rate(Feed feed, String label, double percent) {
    Count count = TALLIES.get(feed).counts().get(label);
    assertThat(count).as("%s was possible at least once", label).isNotNull();
    double expected = count.possible() * percent / 100;
    double deviation = Math.sqrt(expected * (1 - percent / 100));
    double slack = Math.max(0.35 * expected, 4.5 * deviation);
    assertThat((double) count.happened())
        .as("%s: %d of %d, seed 20260630", label, count.happened(), count.possible())
        .isBetween(expected - slack, expected + slack);
  }

  @ParameterizedTest
  @EnumSource(Feed.class)
  @DisplayName("what happened is told by the truth file")
  void labelsTellFaults(Feed feed) {
    Map<String, Count> counts = TALLIES.get(feed).counts();
    Map<String, Integer> labels = LABELS.get(feed);
    // A pupil whose key was put right has two records, and both tell.
    int told = labels.getOrDefault(Lapse.KEY_CORRECTED.label(), 0);
    for (String label : List.of("not-cancelled", "second-key", "homophone")) {
      long happened = counts.get(label).happened();
      assertThat((long) labels.get(label)).as(label).isBetween(happened, happened + told);
    }
  }

  @ParameterizedTest
  @EnumSource(Feed.class)
  @DisplayName("between one and fifty rows in a thousand cannot be understood")
  void damagedShare(Feed feed) {
    long damaged =
        Arrays.stream(Damage.values())
            .mapToLong(damage -> LABELS.get(feed).getOrDefault(damage.label(), 0))
            .sum();
    assertThat(100.0 * damaged / ROWS.get(feed)).isBetween(0.2, feed == Feed.VILLAGE ? 2.5 : 0.8);
  }

  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource({
    "POLICE, 1.05, 1.25",
    "LABOUR, 0.85, 1.05",
    "EDUCATION, 0.2, 0.3",
    "HEALTH, 0.55, 0.7",
    "UNION, 0.3, 0.45",
    "VILLAGE, 0.04, 0.1"
  })
  @DisplayName("there are so many rows per person")
  void rowsPerPerson(Feed feed, double least, double most) {
    assertThat((double) ROWS.get(feed) / PEOPLE).isBetween(least, most);
  }

  @Test
  @DisplayName("there are about three and a half rows per person in all")
  void rowsPerPersonInAll() {
    int all = ROWS.values().stream().mapToInt(Integer::intValue).sum();
    assertThat((double) all / PEOPLE).as(ROWS.toString()).isBetween(3.3, 3.7);
  }
}
