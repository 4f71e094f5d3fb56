package io.guiyi.matching.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.normalize.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each seed is a city; a failing one is replayed by its number, which stands in the test's name.
 */
@DisplayName("Rows of six departments")
class SixSourcesTest {
  private static final int PEOPLE = 2_000;

  /** Twins without a name or number of their own are what is left. */
  private static final int MOST_MERGED = 6;

  @TempDir Path folder;

  @ParameterizedTest(name = "one department after the other, seed {0}")
  @CsvSource({"7", "8", "9"})
  void figures(long seed) {
    Trial trial = Trial.of(Offices.rows(TestCity.of(PEOPLE, seed), seed, 1), folder);
    assertThat(trial.precision()).as(trial.toString()).isGreaterThanOrEqualTo(0.999);
    assertThat(trial.recall()).as(trial.toString()).isGreaterThanOrEqualTo(0.98);
    assertThat(trial.wronglyMerged()).as(trial.toString()).hasSizeLessThanOrEqualTo(MOST_MERGED);
    assertThat(trial.reviews()).as(trial.toString()).isLessThan(PEOPLE / 40);
  }

  @ParameterizedTest(name = "in any order, with {1} times the faults, no law is broken, seed {0}")
  @CsvSource({"21, 1, 0.998", "22, 2, 0.999", "23, 4, 0.998", "24, 10, 0.997"})
  void laws(long seed, double faultScale, double precision) {
    List<Row> rows = new ArrayList<>(Offices.rows(TestCity.of(PEOPLE, seed), seed, faultScale));
    Collections.shuffle(rows, new Random(seed));
    Trial trial = Trial.of(rows, folder);
    Map<Long, Set<String>> own = new HashMap<>();
    Map<Long, Set<Citizen>> children = new HashMap<>();
    Map<Long, Set<Citizen>> people = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      long person = trial.person(i);
      Profile profile = trial.profile(i);
      profile.ownNumbers().forEach(n -> add(own, person, n.text()));
      add(people, person, rows.get(i).citizen());
      rows.get(i).citizen().parents().forEach(parent -> add(children, person, parent));
    }
    assertThat(own.values()).as("two numbers").allMatch(numbers -> numbers.size() < 2);
    assertThat(
            children.entrySet().stream()
                .filter(e ->
                    people.getOrDefault(e.getKey(), Set.of()).stream()
                        .anyMatch(e.getValue()::contains)))
        .as("child and parent")
        .hasSizeLessThan(2);
    assertThat(trial.precision()).as(trial.toString()).isGreaterThanOrEqualTo(precision);
  }

  private static <T> void add(Map<Long, Set<T>> sets, long person, T value) {
    sets.computeIfAbsent(person, _ -> new HashSet<>()).add(value);
  }
}
