package io.guiyi.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.Decision;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.ReviewTrigger;
import java.util.List;
import java.util.Map;
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
          "new", new Decision.NewPerson(GROUNDS),
          "review", new Decision.Review(ReviewTrigger.MARGIN, List.of(SEVEN), GROUNDS));

  @ParameterizedTest(name = "decision {0}, stands in {1}, alone {2}: {3}")
  @DisplayName("the machine links once, and afterwards asks")
  @CsvSource(
      textBlock =
          """
          link 7, -, true,  Join
          new,    -, true,  Found
          review, -, true,  Wait
          link 7, 7, false, Stay
          link 8, 7, false, Doubt
          link 8, 7, true,  Doubt
          new,    7, true,  Stay
          new,    7, false, Doubt
          review, 7, false, Doubt
          review, 7, true,  Doubt
          """)
  void settles(String decision, String person, boolean alone, String expected) {
    PersonRef held = person.equals("-") ? null : SEVEN;
    Settlement settlement = Settlement.of(DECISIONS.get(decision), held, alone);
    assertThat(settlement.getClass().getSimpleName()).isEqualTo(expected);
  }
}
