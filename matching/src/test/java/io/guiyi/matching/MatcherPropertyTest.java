package io.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.city.CityRecords;
import io.guiyi.matching.link.Relink;
import io.guiyi.matching.model.KeptModel;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.matching.pair.ModelWeights;
import io.guiyi.matching.pair.RecordReader;
import io.guiyi.matching.pair.RecordValues;
import io.guiyi.matching.pair.RecordWeigher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each seed is a city and an order; a failing one is replayed by its number, which stands in the
 * test's name.
 */
@DisplayName("Whatever records arrive in whatever order")
class MatcherPropertyTest {
  private static final int PEOPLE = 300;
  private static final int FACTS = 40;
  private static final double MOST_PAIRS_APART = 0.01;

  @TempDir Path folder;

  @ParameterizedTest(name = "no law and no never-link is broken by itself, seed {0}")
  @CsvSource({"11, 1", "12, 3", "13, 10"})
  void laws_and_facts(long seed, double faults) {
    List<Profile> profiles = shuffled(seed, faults);
    Random random = new Random(seed);
    try (Matcher matcher = open("laws" + seed)) {
      TestRegister register = new TestRegister(matcher);
      List<PairFact> facts = new ArrayList<>();
      for (int i = 1; i <= profiles.size(); i++) {
        if (i % (profiles.size() / FACTS) == 0) {
          state(register, facts, 1 + random.nextInt(i - 1), i);
        }
        register.arrive(i, profiles.get(i - 1));
        if (random.nextInt(8) == 0) {
          int other = 1 + random.nextInt(i);
          register.arrive(other, profiles.get(random.nextInt(profiles.size())));
          profiles.set(other - 1, register.profile(other));
        }
        if (random.nextInt(50) == 0) {
          register.nextPage();
        }
      }
      holds(register, profiles, facts);
    }
  }

  @ParameterizedTest(name = "nor where a steward parts records of one content, seed {0}")
  @ValueSource(longs = {21, 22, 23})
  void facts_between_the_same_contents(long seed) {
    List<Profile> contents = CityRecords.of(PEOPLE / 10, seed, 1);
    Random random = new Random(seed);
    try (Matcher matcher = open("twins" + seed)) {
      TestRegister register = new TestRegister(matcher);
      List<Profile> profiles = new ArrayList<>();
      List<PairFact> facts = new ArrayList<>();
      for (int i = 1; i <= 6 * contents.size(); i++) {
        profiles.add(contents.get(random.nextInt(contents.size())));
        register.arrive(i, profiles.getLast());
        int twin = 1 + profiles.indexOf(profiles.getLast());
        if (twin < i && random.nextInt(4) == 0) {
          state(register, facts, twin, i);
          register.link(i, new PersonRef(100_000 + i));
          register.decideAgain();
        }
        if (random.nextInt(20) == 0) {
          register.nextPage();
        }
      }
      assertThat(facts).isNotEmpty();
      holds(register, profiles, facts);
    }
  }

  private static void state(TestRegister register, List<PairFact> facts, int one, int other) {
    PairFact fact = PairFact.of(new RecordRef(one), new RecordRef(other), PairFact.Kind.NEVER_LINK);
    register.page().state(fact);
    facts.add(fact);
  }

  private static void holds(TestRegister register, List<Profile> profiles, List<PairFact> facts) {
    for (PairFact fact : facts) {
      assertThat(register.cluster(fact.a().number()))
          .as(fact.toString())
          .isNotEqualTo(register.cluster(fact.b().number()));
    }
    Map<Long, List<RecordValues>> persons = new HashMap<>();
    for (int i = 1; i <= profiles.size(); i++) {
      persons
          .computeIfAbsent(register.cluster(i), _ -> new ArrayList<>())
          .add(register.effective(i));
    }
    RecordReader reader = CityModel.reader();
    ModelWeights weights =
        new ModelWeights(CityRecords.model().trained(), reader.questions(), 1 << 20);
    RecordWeigher weigher =
        new RecordWeigher(weights, (comparison, term) -> weights.ofTerm(comparison, term, 0));
    for (List<RecordValues> person : persons.values()) {
      for (RecordValues a : person) {
        for (RecordValues b : person) {
          weigher.weight(a, b);
          assertThat(weigher.isForbidden()).as("two numbers in one person").isFalse();
        }
      }
    }
  }

  @ParameterizedTest(name = "pages of any size give the same persons, seed {0}")
  @ValueSource(longs = {31, 32})
  void page_size_does_not_matter(long seed) {
    List<Profile> profiles = shuffled(seed, 2);
    assertThat(run(profiles, profiles.size(), "large")).isEqualTo(run(profiles, 7, "small"));
  }

  @ParameterizedTest(name = "the persons are nearly those of all records together, seed {0}")
  @CsvSource({"41, 1", "42, 1", "43, 2"})
  void online_and_batch(long seed, double faults) throws InterruptedException {
    List<Profile> profiles = shuffled(seed, faults);
    Map<Long, Long> online = run(profiles, 100, "online");
    SortedMap<RecordRef, Profile> records = new TreeMap<>();
    for (int i = 1; i <= profiles.size(); i++) {
      records.put(new RecordRef(i), profiles.get(i - 1));
    }
    SortedMap<RecordRef, Integer> batch =
        Relink.partition(CityRecords.model(), records, List.of(), 2);
    long apart = 0;
    long together = 0;
    for (long a = 1; a <= profiles.size(); a++) {
      for (long b = a + 1; b <= profiles.size(); b++) {
        boolean here = online.get(a).equals(online.get(b));
        boolean there = batch.get(new RecordRef(a)).equals(batch.get(new RecordRef(b)));
        together += here || there ? 1 : 0;
        apart += here == there ? 0 : 1;
      }
    }
    assertThat((double) apart / together)
        .as("%d of %d pairs differ, seed %d", apart, together, seed)
        .isLessThan(MOST_PAIRS_APART);
  }

  private List<Profile> shuffled(long seed, double faults) {
    List<Profile> profiles = new ArrayList<>(CityRecords.of(PEOPLE, seed, faults));
    Collections.shuffle(profiles, new Random(seed));
    return profiles;
  }

  private Matcher open(String name) {
    KeptModel model = CityRecords.model();
    return Matcher.open(folder.resolve(name), model, Invented.key("city"));
  }

  /** Which person each record came to; one that waits stands alone. */
  private Map<Long, Long> run(List<Profile> profiles, int pageSize, String name) {
    Map<Long, Long> persons = new TreeMap<>();
    try (Matcher matcher = open(name)) {
      TestRegister register = new TestRegister(matcher);
      for (int i = 1; i <= profiles.size(); i++) {
        register.arrive(i, profiles.get(i - 1));
        if (i % pageSize == 0) {
          register.nextPage();
        }
      }
      for (long record = 1; record <= profiles.size(); record++) {
        persons.put(record, register.cluster(record));
      }
    }
    assertThat(new TreeSet<>(persons.values()).size()).isLessThan(profiles.size());
    return persons;
  }
}
