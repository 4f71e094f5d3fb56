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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Faults happen as often as they should")
class FaultRatesTest {

  private static final int PEOPLE = 50_000;
  private static final Map<Feed, FaultTally> TALLIES = new HashMap<>();
  private static final Map<Feed, Map<String, Integer>> LABELS = new HashMap<>();
  private static final Map<Feed, Integer> ROWS = new HashMap<>();

  @BeforeAll
  static void writeTheCity() {
    Population city = Population.generate(new PopulationSettings(PEOPLE, 20_260_630, 1.0));
    PoliceFeed police = new PoliceFeed(city.settings());
    LabourFeed labour = new LabourFeed(city.settings());
    for (Household household : city) {
      police.records(household).forEach(record -> count(Feed.POLICE, record));
      labour.records(household).forEach(record -> count(Feed.LABOUR, record));
    }
    TALLIES.put(Feed.POLICE, police.tally());
    TALLIES.put(Feed.LABOUR, labour.tally());
  }

  private static void count(Feed feed, Labelled<?> record) {
    ROWS.merge(feed, record.versions().size(), Integer::sum);
    Map<String, Integer> labels = LABELS.computeIfAbsent(feed, ignored -> new HashMap<>());
    record.truth().labels().forEach(label -> labels.merge(label, 1, Integer::sum));
  }

  static Stream<Arguments> faults() {
    Confusions confusions = Confusions.load();
    return Arrays.stream(Feed.values())
        .flatMap(feed ->
            Stream.of(
                    Clerk.slips(feed, confusions).stream(),
                    Arrays.stream(Lapse.values()),
                    Arrays.stream(Damage.values()))
                .flatMap(faults -> faults)
                .map(Fault.class::cast)
                .filter(fault -> fault.rates().percent(feed) > 0)
                .map(fault -> Arguments.of(feed, fault.label(), fault.rates().percent(feed))));
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
    for (Lapse lapse : new Lapse[] {Lapse.NOT_CANCELLED, Lapse.SECOND_KEY}) {
      assertThat(LABELS.get(feed).get(lapse.label()).longValue())
          .isEqualTo(counts.get(lapse.label()).happened());
    }
    assertThat(LABELS.get(feed).get("homophone").longValue())
        .isEqualTo(counts.get("homophone").happened());
  }

  @ParameterizedTest
  @EnumSource(Feed.class)
  @DisplayName("between one and fifty rows in a thousand cannot be understood")
  void damagedShare(Feed feed) {
    long damaged =
        Arrays.stream(Damage.values())
            .mapToLong(damage -> LABELS.get(feed).getOrDefault(damage.label(), 0))
            .sum();
    assertThat(100.0 * damaged / ROWS.get(feed)).isBetween(0.2, 0.8);
  }

  @Test
  @DisplayName("there are about 1.1 police rows and about 1.0 labour rows per person")
  void rowsPerPerson() {
    assertThat((double) ROWS.get(Feed.POLICE) / PEOPLE).isBetween(1.05, 1.25);
    assertThat((double) ROWS.get(Feed.LABOUR) / PEOPLE).isBetween(0.85, 1.05);
  }
}
