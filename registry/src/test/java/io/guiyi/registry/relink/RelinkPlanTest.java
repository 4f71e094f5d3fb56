package io.guiyi.registry.relink;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A plan to link anew")
class RelinkPlanTest {

  /**
   * Persons and clusters are written as a letter or digit for each record: {@code 1122} are two
   * persons of two records each, {@code -} is one that waits.
   */
  @ParameterizedTest(name = "{3}")
  @DisplayName("carries ids on by the most records in common, then by age")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1122 | aabb | 1122 | nothing changes
          1122 | aaaa | 1111 | two persons become one: the older survives
          1222 | aaaa | 2222 | two become one: the one with more records survives
          1111 | aabb | 11nn | one becomes two: the id stays where the first record is
          1111 | abbb | n111 | one becomes two: the id stays where most records are
          1122 | abba | 1221 | both swap a record and keep their ids
          1112 | aabb | 1122 | a record moves to another person
          -1   | aa   | 11   | a record that waits joins
          --   | aa   | nn   | two that wait found a person
          --   | ab   | --   | two that wait go on waiting
          -11  | abb  | -11  | one that waits goes on waiting beside a person
          1-2  | aaa  | 111  | one that waits makes two persons one
          """)
  void carries(String persons, String clusters, String expected, String sentence) {
    assertThat(applied(persons, plan(persons, clusters))).as(sentence).isEqualTo(expected);
  }

  @Test
  @DisplayName("leads a person that is carried on by nobody to where most of its records are")
  void redirects() {
    RelinkPlan plan = plan("11122333", "aaabbbbb");
    RelinkPlan.Step step = plan.steps().getFirst();
    assertThat(plan.steps()).hasSize(1);
    assertThat(step.absorbed()).containsOnlyKeys(new PersonRef(2));
    assertThat(step.clusters().get(step.absorbed().get(new PersonRef(2))).person())
        .isEqualTo(new PersonRef(3));
  }

  @Test
  @DisplayName("puts into one step what shares records, and into two what does not")
  void steps() {
    assertThat(plan("11223344", "aaaabbbb").steps()).hasSize(2);
    assertThat(plan("1122", "abab").steps()).hasSize(1);
  }

  @Test
  @DisplayName("keeps every record, gives no person to two clusters, and a second plan is empty")
  void properties() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      String persons = letters(random, "123456-");
      String clusters = letters(random, "abcdef");
      RelinkPlan plan = plan(persons, clusters);
      String after = applied(persons, plan);
      String context = "seed %d, round %d: %s %s".formatted(seed, round, persons, clusters);
      Map<Character, Character> personOf = new HashMap<>();
      Set<Character> used = new HashSet<>();
      for (int i = 0; i < persons.length(); i++) {
        char person = after.charAt(i);
        if (person == '-') {
          assertThat(Collections.frequency(chars(clusters), clusters.charAt(i)))
              .as(context)
              .isEqualTo(1);
        } else if (personOf.containsKey(clusters.charAt(i))) {
          assertThat(personOf.get(clusters.charAt(i))).as(context).isEqualTo(person);
        } else {
          assertThat(used.add(person)).as(context).isTrue();
          personOf.put(clusters.charAt(i), person);
        }
      }
      assertThat(plan(after, clusters).steps()).as(context).isEmpty();
    }
  }

  private static List<Character> chars(String text) {
    return text.chars().mapToObj(c -> (char) c).toList();
  }

  private static String letters(Random random, String from) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      letters.append(from.charAt(random.nextInt(from.length())));
    }
    return letters.toString();
  }

  private static RelinkPlan plan(String persons, String clusters) {
    SortedMap<RecordRef, Optional<PersonRef>> standing = new TreeMap<>();
    Map<RecordRef, Integer> clusterOf = new HashMap<>();
    for (int i = 0; i < persons.length(); i++) {
      RecordRef record = new RecordRef(i + 1);
      char person = persons.charAt(i);
      standing.put(
          record, person == '-' ? Optional.empty() : Optional.of(new PersonRef(person - '0')));
      clusterOf.put(record, (int) clusters.charAt(i));
    }
    return RelinkPlan.of(standing, clusterOf);
  }

  /** The persons after the plan; founded ones are named n, o, p … */
  private static String applied(String persons, RelinkPlan plan) {
    List<Character> after = new ArrayList<>(chars(persons));
    char fresh = 'n';
    for (RelinkPlan.Step step : plan.steps()) {
      for (RelinkPlan.Cluster cluster : step.clusters()) {
        PersonRef person = cluster.person();
        char name = person == null ? fresh++ : (char) ('0' + person.number());
        boolean waits =
            person == null
                && cluster.records().size() == 1
                && !step.before().containsKey(cluster.records().first());
        cluster
            .records()
            .forEach(record -> after.set((int) record.number() - 1, waits ? '-' : name));
      }
    }
    StringBuilder text = new StringBuilder();
    after.forEach(text::append);
    return text.toString();
  }
}
