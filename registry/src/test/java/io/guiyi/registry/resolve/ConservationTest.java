package io.guiyi.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.Canonicalized;
import io.guiyi.records.Conservation;
import io.guiyi.records.SourceId;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.intake.Pulls;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** read = new + changed + unchanged + withdrawn + stale + quarantined, row by row. */
class ConservationTest {
  private static final Row FIRST =
      Rows.police("P1", "张惠珍", LocalDate.of(1990, 3, 7), 22).phone("13900001111");

  /** The rows a scenario is written in: A and B say different things, 1 and 2 are versions. */
  private static final Map<String, Row> ROWS =
      Map.of(
          "A1", FIRST.day(1),
          "A2", FIRST.day(2),
          "A3", FIRST.day(3),
          "B1", FIRST.phone("13900002222").day(1),
          "B2", FIRST.phone("13900002222").day(2),
          "W2", FIRST.withdrawn().day(2),
          "W3", FIRST.withdrawn().day(3));

  private RegisterFixture register;

  @BeforeEach
  void begin() {
    register = RegisterFixture.emptied();
  }

  @ParameterizedTest(name = "{0}: {1} is {2}, {3} versions")
  @DisplayName("pages parted by | and rows by blanks become the six kinds")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          first seen;                         A1;             n1;             1
          read again;                         A1 | A1;        n1 u1;          1
          newer but the same;                 A1 | A2;        n1 u1;          1
          changed;                            A1 | B2;        n1 c1;          2
          changed and changed back;           A1 | B2 | A3;   n1 c2;          3
          other content, same version;        A1 | B1;        n1 c1;          2
          cancelled;                          A1 | W2;        n1 w1;          2
          cancelled twice;                    A1 | W2 | W3;   n1 w1 u1;       2
          arrives cancelled;                  W2;             w1;             1
          comes back;                         A1 | W2 | A3;   n1 w1 c1;       3
          older than held;                    A2 | B1;        n1 s1;          2
          older, but says what is held;       A2 | A1;        n1 u1;          1
          older, read again;                  A2 | B1 | B1;   n1 s2;          2
          once in force, read again;          A1 | B2 | A1;   n1 c1 s1;       2
          twice in a page, the same;          A1 A1;          n1 u1;          1
          twice in a page, changed;           A1 B2;          n1 c1;          2
          three times in a page;              A1 B2 A3;       n1 c2;          3
          older later in the page;            A2 B1 B1;       n1 s2;          2
          new and cancelled in a page;        A1 W2;          n1 w1;          2
          """)
  void conserves(String story, String pages, String expected, long versions) {
    List<String> kinds = new ArrayList<>();
    Conservation sum = Conservation.NONE;
    for (String page : pages.split("\\|")) {
      List<Canonicalized> rows = new ArrayList<>();
      Arrays.stream(page.strip().split(" ")).forEach(name -> rows.add(ROWS.get(name).record()));
      PageOutcome outcome = register.apply("police", page.strip(), rows);
      assertThat(outcome.counts().read()).isEqualTo(rows.size());
      sum = sum.plus(outcome.counts());
    }
    add(kinds, "n", sum.fresh());
    add(kinds, "c", sum.changed());
    add(kinds, "w", sum.withdrawn());
    add(kinds, "s", sum.stale());
    add(kinds, "u", sum.unchanged());
    assertThat(String.join(" ", kinds).split(" "))
        .as(story)
        .containsExactlyInAnyOrder(expected.split(" "));
    assertThat(register.count("source_record_version")).as(story).isEqualTo(versions);
    assertThat(register.count("source_record")).isEqualTo(1);
    assertThat(register.count("person")).isEqualTo(1);
    assertThat(register.get(Pulls.class).ofSource(new SourceId("police"))).isEqualTo(sum);
  }

  private static void add(List<String> kinds, String letter, long count) {
    if (count > 0) {
      kinds.add(letter + count);
    }
  }
}
