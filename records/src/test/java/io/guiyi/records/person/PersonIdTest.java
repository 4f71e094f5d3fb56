package io.guiyi.records.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A person id")
class PersonIdTest {
  private static final long SEED = Long.getLong("guiyi.seed", 20261122L);

  @Test
  @DisplayName("reads back as it was written, also in small letters")
  void roundTrip() {
    Random random = new Random(SEED);
    Set<PersonId> seen = new HashSet<>();
    for (int round = 0; round < 5_000; round++) {
      PersonId id = PersonId.of(random.nextLong(PersonId.CAPACITY));
      seen.add(id);
      assertThat(PersonId.parse(id.text().toLowerCase(Locale.ROOT)).orElseThrow())
          .as("seed %d", SEED)
          .isEqualTo(id);
    }
    assertThat(seen).hasSizeGreaterThan(4_990);
  }

  @Test
  @DisplayName("looks like the example in its own description")
  void example() {
    assertThat(PersonId.parse("P-9QX4-B7KM-8").toOptional()).isPresent();
  }

  @Test
  @DisplayName("finds every single wrong character")
  void oneWrongCharacter() {
    String id = PersonId.of(123_456_789_012L).text();
    String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for (int place : new int[] {2, 3, 4, 5, 7, 8, 9, 10, 12}) {
      for (char other : alphabet.toCharArray()) {
        if (other != id.charAt(place)) {
          String wrong = id.substring(0, place) + other + id.substring(place + 1);
          assertThat(PersonId.parse(wrong).toOptional()).as(wrong).isEmpty();
        }
      }
    }
  }

  @Test
  @DisplayName("has room for 2^40 persons and says so")
  void bounds() {
    assertThat(PersonId.of(PersonId.CAPACITY - 1).text()).startsWith("P-ZZZZ-ZZZZ-");
    assertThatThrownBy(() -> PersonId.of(PersonId.CAPACITY)).hasMessageContaining("2^40");
    assertThat(PersonId.parse("4711").toOptional()).isEmpty();
  }
}
