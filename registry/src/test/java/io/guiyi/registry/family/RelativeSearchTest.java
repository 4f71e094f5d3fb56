package io.guiyi.registry.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.registry.record.FindingKeys;
import io.guiyi.seal.KeyId;
import io.guiyi.seal.LookupHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules by which a relative is found, as a table. */
class RelativeSearchTest {
  private static final PersonRef SUBJECT = new PersonRef(9);

  @ParameterizedTest(name = "number {0}, sound {1}, contact {2} among {3}: {4}")
  @DisplayName(
      "Who is found; persons are written as number/sound/contact, the subject is the ninth")
  @CsvSource({
    "1,  10, ,   1/10/- 2/20/-,          1",
    "1,  10, ,   1/11/-,                 -",
    "1,  10, ,   2/10/-,                 -",
    "1,  10, ,   1/11/- 1/10/-,          2",
    "1,  10, ,   1/10/- 1/10/-,          -",
    "1,  10, 5,  1/11/- -/10/5,          -",
    "1,  10, 5,  -/10/5,                 1",
    "1,  10, 5,  2/10/5,                 -",
    "1,  10, 5,  1/10/5 2/10/5,          1",
    ",   10, 5,  2/10/5,                 1",
    ",   10, 5,  2/10/5 -/10/5,          -",
    ",   10, ,   2/10/-,                 -",
    "1,  10, 5,  -/10/5 -/10/6 -/10/7,   1",
    ",   10, 5,  2/1/- 3/1/- 4/1/- 5/1/- 6/1/- 7/1/- 8/1/- -/1/4 9/10/5, -",
    "1,  10, ,   2/1/- 3/1/- 4/1/- 5/1/- 6/1/- 7/1/- 8/1/- 1/10/- 1/10/-, 8",
  })
  void found(
      @Nullable Integer number,
      int sound,
      @Nullable Integer contact,
      String persons,
      String expected) {
    StatedRelative relative =
        new StatedRelative(
            GuardianClaim.Relation.FATHER, null, hash(number), hash(sound), hash(contact));
    assertThat(new RelativeSearch(read(persons)).find(relative, SUBJECT).map(PersonRef::number))
        .isEqualTo(expected.equals("-") ? Optional.empty() : Optional.of(Long.valueOf(expected)));
  }

  private static List<PersonKeys> read(String persons) {
    List<PersonKeys> keys = new ArrayList<>();
    for (String written : persons.split(" ", -1)) {
      String[] parts = written.split("/", -1);
      long number = keys.size() + 1;
      keys.add(
          new PersonKeys(
              new PersonRef(number),
              written(parts[0]),
              Map.of(
                  new RecordRef(number), new FindingKeys(written(parts[1]), written(parts[2])))));
    }
    return keys;
  }

  private static @Nullable LookupHash written(String part) {
    return part.equals("-") ? null : hash(Integer.valueOf(part));
  }

  private static LookupHash hash(int value) {
    return new LookupHash(new KeyId("lookup", 1), 0, value);
  }

  private static @Nullable LookupHash hash(@Nullable Integer value) {
    return value == null ? null : hash(value.intValue());
  }
}
