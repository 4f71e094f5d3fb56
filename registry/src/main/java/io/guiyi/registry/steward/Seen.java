package io.guiyi.registry.steward;

import io.guiyi.registry.store.RegisterJson;
import io.guiyi.seal.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of everything that a verdict is about: numbers and versions.
 *
 * @param question the case that is open; null if there is none
 * @param records the records, by number
 * @param persons the persons, by number
 */
record Seen(@Nullable String question, List<OneRecord> records, List<OnePerson> persons) {
  private static final int TOKEN_DIGITS = 16;

  /** Copies the lists. */
  Seen {
    records = List.copyOf(records);
    persons = List.copyOf(persons);
  }

  /** A record in a version, in a person; null if it waits. */
  record OneRecord(long number, int version, @Nullable Long person) {}

  /** A person in a version. */
  record OnePerson(long number, int version) {}

  /** What is kept with a decision. */
  String text() {
    return RegisterJson.text(this);
  }

  /** Differs if anything differs; tells nothing. */
  String token() {
    return Sm3.of(text().getBytes(StandardCharsets.UTF_8)).hex().substring(0, TOKEN_DIGITS);
  }
}
