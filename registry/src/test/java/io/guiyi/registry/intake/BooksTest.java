package io.guiyi.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.registry.CompleteDelivery;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.resolve.Replay;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conservation law by SQL: a pull's sums are those of its pages, a source's of its pulls. */
@DisplayName("The books balance")
class BooksTest {
  private static final SourceId POLICE = new SourceId("police");
  private static final Row WEI = Rows.police("P1", "张伟", LocalDate.of(1990, 3, 7), 21);
  private static final Row NA = Rows.police("P2", "李娜", LocalDate.of(1985, 6, 1), 22);

  private static final String SUMS =
      "sum(%1$srows_read), sum(%1$sfresh), sum(%1$schanged), sum(%1$sunchanged),"
          + " sum(%1$swithdrawn), sum(%1$sstale), sum(%1$squarantined)";

  private final RegisterFixture register = RegisterFixture.emptied();

  @Test
  @DisplayName("after deliveries, absences, replays and rows on their own")
  void balance() {
    CompleteDelivery.of(register, 1, WEI, NA).withRefused("P3", "{\"x\":1}").arrive();
    CompleteDelivery.of(register, 2, WEI, WEI.called("李某")).arrive();
    CompleteDelivery.of(register, 2, WEI, WEI.called("李某")).arrive();
    register.apply("police", "w", List.of(NA.day(9).record(), NA.day(8).phone(null).record()));
    Replay.Order order = new Replay.Order(POLICE, QuarantineFilter.ALL, 0, 100);
    register.get(Replay.class).run(order, (_, _) -> NA.day(3).record(), "operator");

    assertThat(unlike("pull p left join pull_page g on g.pull_id = p.id", "g.", "p.id", "p."))
        .isEmpty();
    assertThat(
            unlike(
                "source_total p join pull g on g.source = p.source and g.kind = 'READING'",
                "g.",
                "p.source",
                "p."))
        .isEmpty();
    assertThat(register.get(Pulls.class).total().read()).isEqualTo(11);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pull", "source_total", "pull_page"})
  @DisplayName("the database itself refuses sums that do not add up")
  void refused(String table) {
    register.apply("police", "w", List.of(WEI.record(), refused()));
    assertThatThrownBy(() -> register.sql("update " + table + " set stale = stale + 1"))
        .hasStackTraceContaining("conserved");
  }

  /** The rows of the greater book whose sums differ from those of the smaller one. */
  private List<String> unlike(String join, String smaller, String key, String greater) {
    return register.rows(
        "select cast(%s as text) from %s group by %s having (%s) is distinct from (%s)"
            .formatted(
                key,
                join,
                key,
                "coalesce("
                    + SUMS.formatted(smaller).replace("), sum", "), 0), coalesce(sum")
                    + ", 0)",
                SUMS.formatted(greater).replace("sum(", "min(")),
        String.class);
  }

  private static Quarantined refused() {
    return new Quarantined(
        POLICE,
        new Position("row 2"),
        QuarantineReason.MALFORMED,
        "",
        "not a row",
        RawBytes.utf8("x"));
  }
}
