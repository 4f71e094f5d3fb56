package io.guiyi.registry.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.Provenance;
import io.guiyi.records.SourceId;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonId;
import io.guiyi.records.person.Relation;
import io.guiyi.seal.KeyId;
import io.guiyi.seal.LookupHash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements are written as row: subject relation(sound) found [since]; - for nobody. */
@DisplayName("A family")
class FamiliesTest {
  @ParameterizedTest(name = "{0} → {1}")
  @DisplayName("is what the rows say together")
  @CsvSource(
      delimiter = '|',
      value = {
        "1: 7 FATHER(1) 8                    | 7: guardian FATHER 8 by 1; 8: child FATHER 7 by 1",
        "1: 7 MOTHER(1) 8, 2: 7 MOTHER(1) 8  | 7: guardian MOTHER 8 by 1 2; 8: child MOTHER 7 by 1"
            + " 2",
        "1: 7 OTHER(1) 8, 2: 7 FATHER(1) 8, 3: 7 FATHER(2) 8"
            + " | 7: guardian FATHER 8 by 1 2 3; 8: child FATHER 7 by 1 2 3",
        "1: 7 OTHER(1) 8, 2: 7 MOTHER(1) 8   | 7: guardian MOTHER 8 by 1 2; 8: child MOTHER 7 by 1"
            + " 2",
        "1: 7 OTHER(1) 8, 2: 7 OTHER(1) 8, 3: 7 MOTHER(1) 8"
            + " | 7: guardian OTHER 8 by 1 2 3; 8: child OTHER 7 by 1 2 3",
        "1: 7 SPOUSE(1) 8, 2: 8 SPOUSE(2) 7  | 7: spouse SPOUSE 8 by 1 2; 8: spouse SPOUSE 7 by 1"
            + " 2",
        "1: 7 FATHER(1) -, 2: 7 FATHER(1) -  | 7: guardian FATHER - by 1 2",
        "1: 7 FATHER(1) -, 2: 7 FATHER(2) -  | 7: guardian FATHER - by 1, guardian FATHER - by 2",
        "1: 7 FATHER(1) -, 2: 7 MOTHER(1) -  | 7: guardian FATHER - by 1, guardian MOTHER - by 2",
        "1: 7 FATHER(1) -, 2: 7 FATHER(1) 8  | 7: guardian FATHER 8 by 2; 8: child FATHER 7 by 2",
        "1: 7 FATHER(2) -, 2: 7 FATHER(1) 8"
            + " | 7: guardian FATHER 8 by 2, guardian FATHER - by 1; 8: child FATHER 7 by 2",
        "1: 6 FATHER(1) -, 2: 7 FATHER(1) 8"
            + " | 6: guardian FATHER - by 1; 7: guardian FATHER 8 by 2; 8: child FATHER 7 by 2",
        "1: - FATHER(1) 8                    | ``",
        "1: 7 FATHER(1) 8, 2: 6 FATHER(1) 8"
            + " | 6: guardian FATHER 8 by 2; 7: guardian FATHER 8 by 1;"
            + " 8: child FATHER 6 by 2, child FATHER 7 by 1",
      },
      quoteCharacter = '`')
  void says(String statements, String expected) {
    List<StatedRelation> stated =
        Arrays.stream(statements.split(", ")).map(FamiliesTest::read).toList();
    assertThat(written(of(stated))).isEqualTo(expected);
  }

  @Test
  @DisplayName("stands since the earliest day that any of its rows gives")
  void sinceTheEarliest() {
    List<StatedRelation> stated =
        List.of(
            read("1: 7 FATHER(1) 8 2020-05-01"),
            read("2: 7 FATHER(1) 8"),
            read("3: 7 FATHER(1) 8 2019-01-01"));
    assertThat(of(stated).get(new PersonRef(7)))
        .singleElement()
        .extracting(Relation::since)
        .isEqualTo(LocalDate.of(2019, 1, 1));
    assertThat(of(List.of(read("1: 7 FATHER(1) 8"))).get(new PersonRef(7)))
        .singleElement()
        .extracting(Relation::since)
        .isNull();
  }

  @Test
  @DisplayName("is the same in whatever order the rows come, and never larger than its bounds")
  void anyOrder() {
    String[] kinds = {"FATHER", "MOTHER", "GRANDPARENT", "SPOUSE", "OTHER"};
    for (long seed = 0; seed < 50; seed++) {
      Random dice = new Random(seed);
      List<StatedRelation> stated = new ArrayList<>();
      for (int row = 1; row <= 400; row++) {
        stated.add(
            read(
                "%d: %s %s(%d) %s"
                    .formatted(
                        row,
                        dice.nextInt(9) == 0 ? "-" : String.valueOf(1 + dice.nextInt(3)),
                        kinds[dice.nextInt(kinds.length)],
                        dice.nextInt(30),
                        dice.nextInt(3) == 0 ? "-" : String.valueOf(4 + dice.nextInt(60)))));
      }
      Map<PersonRef, List<Relation>> first = of(stated);
      Collections.shuffle(stated, dice);
      assertThat(of(stated)).as("seed %d", seed).isEqualTo(first);
      assertThat(first.values())
          .allSatisfy(
              relations -> assertThat(relations).hasSizeLessThanOrEqualTo(Person.RELATIONS_MAX));
    }
  }

  private static Map<PersonRef, List<Relation>> of(List<StatedRelation> stated) {
    List<PersonRef> persons = LongStream.rangeClosed(1, 70).mapToObj(PersonRef::new).toList();
    return Families.of(persons, stated, person -> PersonId.of(person.number()));
  }

  private static StatedRelation read(String statement) {
    String[] words = statement.split("[: ()]+");
    return new StatedRelation(
        new Provenance(new SourceId("health"), Long.parseLong(words[0]), 1, Instant.EPOCH),
        1,
        person(words[1]),
        new StatedRelative(
            GuardianClaim.Relation.valueOf(words[2]),
            words.length == 6 ? LocalDate.parse(words[5]) : null,
            null,
            new LookupHash(new KeyId("lookup", 1), 0, Long.parseLong(words[3])),
            null),
        person(words[4]));
  }

  private static @Nullable PersonRef person(String word) {
    return word.equals("-") ? null : new PersonRef(Long.parseLong(word));
  }

  private static String written(Map<PersonRef, List<Relation>> families) {
    Map<Long, String> lines = new TreeMap<>();
    families.forEach((person, relations) ->
        lines.put(
            person.number(),
            person.number()
                + ": "
                + relations.stream().map(FamiliesTest::written).collect(Collectors.joining(", "))));
    return String.join("; ", lines.values());
  }

  private static String written(Relation relation) {
    String other =
        relation.person() == null
            ? "-"
            : LongStream.rangeClosed(1, 70)
                .filter(number -> PersonId.of(number).equals(relation.person()))
                .mapToObj(Long::toString)
                .findFirst()
                .orElseThrow();
    String rows =
        relation.stated().stream()
            .map(row -> Long.toString(row.record()))
            .collect(Collectors.joining(" "));
    return "%s %s %s by %s"
        .formatted(
            relation.role().name().toLowerCase(Locale.ROOT), relation.relation(), other, rows);
  }
}
