package io.guiyi.registry.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.person.PersonId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PersonIdsTest {
  private static ToLongFunction<String> key(long seed) {
    return text -> ((text.hashCode() * 0x9E3779B97F4A7C15L + seed) * 0xBF58476D1CE4E5B9L) >>> 13;
  }

  private final PersonIds ids = new PersonIds(key(1));

  @Test
  @DisplayName("a hundred thousand running numbers have as many ids, all well-formed")
  void permutes() {
    Set<String> seen = new HashSet<>();
    for (long number = 1; number <= 100_000; number++) {
      PersonId id = ids.of(new PersonRef(number));
      assertThat(PersonId.parse(id.text()).orElseThrow()).isEqualTo(id);
      seen.add(id.text());
    }
    assertThat(seen).hasSize(100_000);
  }

  @Test
  @DisplayName("the permutation stays inside the capacity, at its edges too")
  void staysInside() {
    for (long number : new long[] {0, 1, PersonId.CAPACITY / 2, PersonId.CAPACITY - 1}) {
      assertThat(ids.scramble(number)).isBetween(0L, PersonId.CAPACITY - 1);
    }
  }

  @Test
  @DisplayName("neighbours in number are no neighbours in id")
  void tellsNothing() {
    int close = 0;
    for (long number = 1; number < 1_000; number++) {
      if (Math.abs(ids.scramble(number) - ids.scramble(number + 1)) < PersonId.CAPACITY / 1_000) {
        close++;
      }
    }
    assertThat(close).as("of 999 neighbours within a thousandth of the range").isLessThan(20);
  }

  @Test
  @DisplayName("another key gives other ids, the same key the same")
  void isKeyed() {
    PersonRef person = new PersonRef(4711);
    assertThat(new PersonIds(key(1)).of(person)).isEqualTo(ids.of(person));
    assertThat(new PersonIds(key(2)).of(person)).isNotEqualTo(ids.of(person));
  }

  @Test
  @DisplayName("a number beyond the capacity is refused")
  void refuses() {
    assertThatThrownBy(() -> ids.of(new PersonRef(PersonId.CAPACITY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2^40");
  }
}
