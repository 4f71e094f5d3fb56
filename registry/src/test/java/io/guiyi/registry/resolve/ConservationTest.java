package io.guiyi.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Conservation;
import io.guiyi.records.SourceId;
import io.guiyi.records.person.PersonField;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.person.Persons;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
          newer but the same;                 A1 | A2;        n1 u1;          2
          changed;                            A1 | B2;        n1 c1;          2
          changed and changed back;           A1 | B2 | A3;   n1 c2;          3
          other content, same version;        A1 | B1;        n1 c1;          2
          cancelled;                          A1 | W2;        n1 w1;          2
          cancelled twice;                    A1 | W2 | W3;   n1 w1 u1;       3
          arrives cancelled;                  W2;             w1;             1
          comes back;                         A1 | W2 | A3;   n1 w1 c1;       3
          older than held;                    A2 | B1;        n1 s1;          2
          older, but says what is held;       A2 | A1;        n1 u1;          1
          the same again, then what lies between; A1 | A3 | B2;   n1 u1 s1;  3
          the same in a page, then between;   A1 A3 B2;       n1 u1 s1;       3
          newer but the same, read again;     A1 | A2 | A2 | A1;  n1 u3;      2
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

  @ParameterizedTest(name = "{0}")
  @DisplayName("rows in any order end in the same state, and read again they change nothing")
  @ValueSource(strings = {"A1 B2 A3", "A1 A3 B2", "B2 A1 A3", "B2 A3 A1", "A3 A1 B2", "A3 B2 A1"})
  void anyOrder(String order) {
    // Another department's phone, newer than A1 and older than A3.
    Row labour = Rows.labour("L1", "张惠珍", LocalDate.of(1990, 3, 7), 22).phone("13900003333");
    register.apply("labour", "1", List.of(labour.day(2).record()));
    applyEach(order);
    String state =
        """
        select concat_ws(' ', v.changed_at = '%s', encode(v.content_hash, 'hex') = (
          select encode(content_hash, 'hex') from source_record_version
          where position = 'row P1' and changed_at = '%s'))
        from source_record r join source_record_version v
          on v.record_id = r.id and v.version = r.current_version where r.source = 'police'\
        """
            .formatted(FIRST.day(3).changedAt(), FIRST.day(3).changedAt());
    assertThat(register.rows(state, String.class)).containsExactly("t t");
    assertThat(phone()).isEqualTo("13900001111");
    List<Long> before = counts();
    applyEach("A3 B2 A1");
    applyEach(order);
    assertThat(counts()).isEqualTo(before);
  }

  private void applyEach(String order) {
    for (String name : order.split(" ")) {
      register.apply("police", name, List.of(ROWS.get(name).record()));
    }
  }

  private String phone() {
    long person = register.rows("select id from person", Long.class).getFirst();
    return register
        .get(Persons.class)
        .byNumber(new PersonRef(person))
        .flatMap(found -> found.value(PersonField.PHONE))
        .orElseThrow();
  }

  private List<Long> counts() {
    return Stream.of(
            "source_record_version",
            "statement",
            "person_version",
            "person_change",
            "decision",
            "link_event",
            "audit_entry")
        .map(register::count)
        .toList();
  }

  private static void add(List<String> kinds, String letter, long count) {
    if (count > 0) {
      kinds.add(letter + count);
    }
  }
}
