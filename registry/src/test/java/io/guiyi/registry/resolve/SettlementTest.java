package io.guiyi.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.Decision;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.ReviewTrigger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {
  private static final Decision.Grounds GROUNDS = new Decision.Grounds("m", 1, 0, List.of(), 0);
  private static final PersonRef SEVEN = new PersonRef(7);
  private static final Map<String, Decision> DECISIONS =
      Map.of(
          "link 7", new Decision.LinkTo(SEVEN, List.of(), GROUNDS),
          "link 8", new Decision.LinkTo(new PersonRef(8), List.of(), GROUNDS),
          "link 5, 7 and 8 are 5",
              new Decision.LinkTo(new PersonRef(5), List.of(SEVEN, new PersonRef(8)), GROUNDS),
          "link 7, 8 is 7", new Decision.LinkTo(SEVEN, List.of(new PersonRef(8)), GROUNDS),
          "doubt", new Decision.Review(ReviewTrigger.CHANGED_UNDER_LINK, List.of(SEVEN), GROUNDS),
          "new", new Decision.NewPerson(GROUNDS),
          "review", new Decision.Review(ReviewTrigger.MARGIN, List.of(SEVEN), GROUNDS));

  @ParameterizedTest(name = "decision {0}, stands in {1}, alone {2}: {3}")
  @DisplayName("what fits stays, what does not goes, and between a steward is asked")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          link 7                | - | true  | joins 7
          link 7, 8 is 7        | - | true  | joins 7, takes 8 in
          new                   | - | true  | founds
          review                | - | true  | waits: MARGIN
          link 7                | 7 | false | stays
          link 7, 8 is 7        | 7 | false | joins 7, takes 8 in
          link 5, 7 and 8 are 5 | 7 | false | joins 5, takes 7 8 in
          link 8                | 7 | false | joins 8
          link 8                | 7 | true  | joins 7, takes 8 in
          new                   | 7 | true  | stays
          new                   | 7 | false | founds
          doubt                 | 7 | false | doubts
          doubt                 | 7 | true  | doubts
          review                | 7 | false | waits: MARGIN
          review                | 7 | true  | doubts
          """)
  void settles(String decision, String person, boolean alone, String expected) {
    PersonRef held = person.equals("-") ? null : SEVEN;
    Settlement settlement =
        Settlement.of(Objects.requireNonNull(DECISIONS.get(decision)), held, alone);
    assertThat(words(settlement)).isEqualTo(expected);
  }

  private static String words(Settlement settlement) {
    return switch (settlement) {
      case Settlement.Join(PersonRef person, List<PersonRef> absorbed) ->
          "joins " + person.number() + (absorbed.isEmpty() ? "" : ", takes" + in(absorbed));
      case Settlement.Found() -> "founds";
      case Settlement.Wait(ReviewTrigger trigger) -> "waits: " + trigger;
      case Settlement.Stay() -> "stays";
      case Settlement.Doubt() -> "doubts";
    };
  }

  private static String in(List<PersonRef> absorbed) {
    return absorbed.stream().map(p -> " " + p.number()).collect(Collectors.joining()) + " in";
  }
}
