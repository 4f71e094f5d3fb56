package io.guiyi.matching.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.PairFact;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.city.CityRecords;
import io.guiyi.matching.normalize.Profile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("All records linked anew")
class RelinkTest {
  private static final int PEOPLE = 300;

  @ParameterizedTest(name = "are the same persons in whatever order they arrived, seed {0}")
  @ValueSource(longs = {51, 52})
  void any_order(long seed) throws InterruptedException {
    List<Profile> profiles = CityRecords.of(PEOPLE, seed, 2);
    List<Integer> order = new ArrayList<>();
    profiles.forEach(_ -> order.add(order.size()));
    SortedMap<RecordRef, Profile> first = records(profiles, order);
    Collections.shuffle(order, new Random(seed));
    SortedMap<RecordRef, Profile> second = records(profiles, order);
    Set<Set<Integer>> once = persons(first, order(profiles.size()), List.of());
    assertThat(persons(second, order, List.of())).isEqualTo(once);
    assertThat(once.size()).isBetween(PEOPLE / 2, 2 * PEOPLE);
  }

  @Test
  @DisplayName("obey facts, between records of the very same content as well")
  void facts() throws InterruptedException {
    List<Profile> some = CityRecords.of(PEOPLE, 53, 1);
    List<Profile> profiles = new ArrayList<>(some);
    profiles.addAll(some.subList(0, 3));
    SortedMap<RecordRef, Profile> records = records(profiles, order(profiles.size()));
    RecordRef one = new RecordRef(1);
    RecordRef twin = new RecordRef(some.size() + 1L);
    RecordRef stranger = new RecordRef(100);
    SortedMap<RecordRef, Integer> free = partition(records, List.of());
    assertThat(free.get(one)).isEqualTo(free.get(twin)).isNotEqualTo(free.get(stranger));
    SortedMap<RecordRef, Integer> bound =
        partition(
            records,
            List.of(
                PairFact.of(one, twin, PairFact.Kind.NEVER_LINK),
                PairFact.of(one, stranger, PairFact.Kind.ALWAYS_LINK)));
    assertThat(bound.get(one)).isNotEqualTo(bound.get(twin)).isEqualTo(bound.get(stranger));
  }

  private static List<Integer> order(int size) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      order.add(i);
    }
    return order;
  }

  private static SortedMap<RecordRef, Profile> records(
      List<Profile> profiles, List<Integer> order) {
    SortedMap<RecordRef, Profile> records = new TreeMap<>();
    for (int i = 0; i < order.size(); i++) {
      records.put(new RecordRef(i + 1L), profiles.get(order.get(i)));
    }
    return records;
  }

  private static SortedMap<RecordRef, Integer> partition(
      SortedMap<RecordRef, Profile> records, Collection<PairFact> facts)
      throws InterruptedException {
    return Relink.partition(CityRecords.model(), records, facts, 2);
  }

  /** Each person as the places of its profiles. */
  private static Set<Set<Integer>> persons(
      SortedMap<RecordRef, Profile> records, List<Integer> order, Collection<PairFact> facts)
      throws InterruptedException {
    Map<Integer, Set<Integer>> persons =
        partition(records, facts).entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    TreeMap::new,
                    Collectors.mapping(
                        e -> order.get((int) e.getKey().number() - 1),
                        Collectors.toCollection(TreeSet::new))));
    return Set.copyOf(persons.values());
  }
}
