package io.guiyi.matching.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.normalize.Kin;
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

  @TempDir Path folder;

  @ParameterizedTest(name = "one department after the other, seed {0}")
  @CsvSource({"7", "8", "9"})
  void figures(long seed) {
    Trial trial = Trial.of(Offices.rows(TestCity.of(PEOPLE, seed), seed, 1), folder);
    assertThat(trial.precision()).as(trial.toString()).isGreaterThanOrEqualTo(0.999);
    assertThat(trial.recall()).as(trial.toString()).isGreaterThanOrEqualTo(0.98);
    assertThat(trial.wronglyMerged()).as(trial.toString()).isEmpty();
    assertThat(trial.reviews()).as(trial.toString()).isLessThan(PEOPLE / 40);
  }

  @ParameterizedTest(name = "in any order, with {1} times the faults, no law is broken, seed {0}")
  @CsvSource({"21, 1", "22, 2", "23, 4", "24, 10"})
  void laws(long seed, double faultScale) {
    List<Row> rows = new ArrayList<>(Offices.rows(TestCity.of(PEOPLE, seed), seed, faultScale));
    Collections.shuffle(rows, new Random(seed));
    Trial trial = Trial.of(rows, folder);
    Map<Long, Set<String>> own = new HashMap<>();
    Map<Long, Set<String>> kin = new HashMap<>();
    Map<Long, Set<Citizen>> children = new HashMap<>();
    Map<Long, Set<Citizen>> people = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      long person = trial.person(i);
      Profile profile = trial.profile(i);
      profile.ownNumbers().forEach(n -> add(own, person, n.text()));
      profile.kin().stream().map(Kin::number).forEach(n -> add(kin, person, n));
      add(people, person, rows.get(i).citizen());
      rows.get(i).citizen().parents().forEach(parent -> add(children, person, parent));
    }
    assertThat(own.values()).as("two numbers").allMatch(numbers -> numbers.size() < 2);
    own.forEach((person, numbers) ->
        assertThat(kin.getOrDefault(person, Set.of()))
            .as("kin")
            .doesNotContainAnyElementsOf(numbers));
    children.forEach((person, parents) ->
        assertThat(people.get(person)).as("child and parent").doesNotContainAnyElementsOf(parents));
    assertThat(trial.precision()).as(trial.toString()).isGreaterThanOrEqualTo(0.999);
  }

  private static <T> void add(Map<Long, Set<T>> sets, long person, T value) {
    sets.computeIfAbsent(person, _ -> new HashSet<>()).add(value);
  }
}
