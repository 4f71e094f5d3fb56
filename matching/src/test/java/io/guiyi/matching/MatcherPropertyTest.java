package io.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.compare.Comparer;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.matching.weigh.MatchModel;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.IdentityClaim;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each seed is a city; a failing one is replayed by its number, which stands in the test's name.
 */
@DisplayName("Whatever rows arrive")
class MatcherPropertyTest {
  private static final int ROWS = 300;

  @TempDir Path folder;

  @ParameterizedTest(name = "comparisons and weights are symmetric, seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void symmetric(long seed) {
    List<Profile> profiles = profiles(seed, 60);
    try (Matcher matcher = open("symmetric")) {
      for (Profile a : profiles) {
        for (Profile b : profiles) {
          assertThat(Comparer.compare(a, b)).isEqualTo(Comparer.compare(b, a));
          assertThat(matcher.explain(a, b).value()).isEqualTo(matcher.explain(b, a).value());
        }
      }
    }
  }

  @ParameterizedTest(name = "no person gets two valid numbers, seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void no_cannot_link_is_broken(long seed) {
    List<Profile> profiles = profiles(seed, ROWS);
    Map<Long, Set<String>> numbers = new HashMap<>();
    Map<Long, Long> persons = run(profiles, 50, "law" + seed);
    persons.forEach((record, person) ->
        profiles.get((int) (record - 1)).ownNumbers().stream()
            .map(IdNumber::text)
            .forEach(n -> numbers.computeIfAbsent(person, _ -> new TreeSet<>()).add(n)));
    assertThat(numbers.values().stream().filter(held -> held.size() > 1)).isEmpty();
  }

  @ParameterizedTest(name = "the same rows give the same decisions, seed {0}")
  @ValueSource(longs = {21, 22})
  void deterministic(long seed) {
    List<Profile> profiles = profiles(seed, ROWS);
    assertThat(run(profiles, 50, "once")).isEqualTo(run(profiles, 50, "again"));
  }

  @ParameterizedTest(name = "pages of any size give the same decisions, seed {0}")
  @ValueSource(longs = {31, 32})
  void page_size_does_not_matter(long seed) {
    List<Profile> profiles = profiles(seed, ROWS);
    Map<Long, Long> small = run(profiles, 7, "small");
    assertThat(run(profiles, ROWS, "large")).isEqualTo(small);
  }

  private List<Profile> profiles(long seed, int count) {
    return new InventedCity(seed)
        .rows(count).stream().map((IdentityClaim row) -> Invented.profile(row)).toList();
  }

  private Matcher open(String name) {
    return Matcher.open(folder.resolve(name), MatchModel.handSet(), Invented.key("city"));
  }

  /** Which person each linked record came to; a reviewed record is left out. */
  private Map<Long, Long> run(List<Profile> profiles, int pageSize, String name) {
    Map<Long, Long> persons = new HashMap<>();
    long nextPerson = 1;
    try (Matcher matcher = open(name)) {
      for (int from = 0; from < profiles.size(); from += pageSize) {
        MatchPage page = matcher.beginPage();
        int to = Math.min(profiles.size(), from + pageSize);
        for (int i = from; i < to; i++) {
          long record = i + 1L;
          long person =
              switch (page.decide(profiles.get(i), null)) {
                case Decision.LinkTo link -> link.person().number();
                case Decision.NewPerson _ -> nextPerson++;
                case Decision.Review _ -> 0;
              };
          if (person != 0) {
            persons.put(record, person);
            page.place(
                new Member(new RecordRef(record), 1, new PersonRef(person), profiles.get(i)));
          }
        }
        page.keep(from + 1L);
      }
    }
    return persons;
  }
}
