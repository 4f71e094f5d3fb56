package io.guiyi.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.matching.Matcher;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Conservation;
import io.guiyi.records.IntakePage;
import io.guiyi.records.RowOutcome;
import io.guiyi.records.RowOutcome.Kind;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.SourceVersion;
import io.guiyi.records.Watermark;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.registry.leadership.NoLongerLeader;
import io.guiyi.registry.store.RegisterUnavailable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that fail: a row that cannot be stored, a database that cannot serve, a hub that lost. */
class ResolverFailureTest {
  private static final SourceId POLICE = new SourceId("police");

  private RegisterFixture register;

  @BeforeEach
  void begin() {
    register = RegisterFixture.emptied();
  }

  @AfterEach
  void repair() {
    Thread.interrupted(); // what a failed test left must not reach the next
    register.sql("drop trigger if exists fault on source_record_version");
  }

  @ParameterizedTest(name = "of 7 rows, {0} cannot be stored")
  @DisplayName("a page is halved until what cannot be stored stands alone; the rest is applied")
  @CsvSource({"0", "3", "6", "0 6", "2 3", "0 1 2 3 4 5 6"})
  void halves(String poisoned) {
    List<Integer> poison = List.of(poisoned.split(" ")).stream().map(Integer::valueOf).toList();
    failAt("P0001", poison);
    PageOutcome outcome = register.apply("police", "after", rows(7));
    for (int i = 0; i < 7; i++) {
      RowOutcome row = outcome.rows().get(i);
      assertThat(row.position().text()).isEqualTo("row P" + i);
      assertThat(row.kind()).isEqualTo(poison.contains(i) ? Kind.QUARANTINED : Kind.NEW);
    }
    assertThat(register.rows("select reason from quarantined", String.class))
        .hasSize(poison.size())
        .containsOnly("APPLY_FAILED");
    int stored = 7 - poison.size();
    assertThat(register.count("source_record")).isEqualTo(stored);
    assertThat(outcome.counts()).isEqualTo(new Conservation(stored, 0, 0, 0, 0, poison.size()));
    assertThat(pulls().ofSource(POLICE)).isEqualTo(outcome.counts());
    assertThat(pulls().watermark(POLICE).text()).isEqualTo("after");
    assertThat(register.get(IndexKeeper.class).isInStep()).isTrue();
    assertThat(register.get(Matcher.class).memberCount()).isEqualTo(stored);
  }

  @Test
  @DisplayName("while a page is halved, only its last part moves the watermark")
  void watermarkLast() {
    register.apply("police", "before", List.of());
    failAt("P0001", List.of(1));
    register.apply("police", "after", rows(4));
    List<String> marks = register.rows("select watermark from pull_page order by id", String.class);
    assertThat(marks.getLast()).isEqualTo("after");
    assertThat(marks.subList(0, marks.size() - 1)).containsOnly("before");
  }

  @Test
  @DisplayName("a repaired row is stored when it is read again")
  void replays() {
    failAt("P0001", List.of(1));
    register.apply("police", "1", rows(2));
    repair();
    PageOutcome again = register.apply("police", "2", rows(2));
    assertThat(again.rows()).extracting(RowOutcome::kind).containsExactly(Kind.UNCHANGED, Kind.NEW);
  }

  @ParameterizedTest(name = "rows {0} to {1} of 64 cannot be stored")
  @DisplayName("twenty rows on end that cannot be stored are not at fault: none is quarantined")
  @CsvSource({"0, 63, 0", "0, 19, 0", "30, 49, 30"})
  void systemic(int first, int last, int stored) {
    failAt("P0001", IntStream.rangeClosed(first, last).boxed().toList());
    assertThatThrownBy(() -> register.apply("police", "after", rows(64)))
        .hasStackTraceContaining("a fault");
    assertThat(register.count("quarantined")).isZero();
    assertThat(register.count("source_record")).isEqualTo(stored);
    assertThat(pulls().watermark(POLICE).isStart()).isTrue();
    repair();
    assertThat(register.apply("police", "after", rows(64)).counts())
        .isEqualTo(new Conservation(64 - stored, 0, stored, 0, 0, 0));
  }

  @Test
  @DisplayName("nineteen rows on end that cannot be stored are quarantined, as are scattered ones")
  void notSystemic() {
    List<Integer> poison =
        IntStream.range(0, 64).filter(i -> i < 19 || i % 2 == 0).boxed().toList();
    failAt("P0001", poison);
    PageOutcome outcome = register.apply("police", "after", rows(64));
    assertThat(outcome.counts().quarantined()).isEqualTo(poison.size());
    assertThat(outcome.rows())
        .extracting(row -> row.position().text())
        .containsExactlyElementsOf(IntStream.range(0, 64).mapToObj(i -> "row P" + i).toList());
    assertThat(pulls().watermark(POLICE).text()).isEqualTo("after");
  }

  @Test
  @DisplayName("an interrupt says nothing about the rows: the page is left as it was")
  void interrupted() {
    failAt("P0001", List.of(2));
    long pull = pulls().begin(POLICE);
    Resolver resolver = register.get(Resolver.class);
    PreparedPage page =
        resolver.prepare(new IntakePage(POLICE, List.copyOf(rows(5)), new Watermark("after")));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> resolver.apply(pull, page, Receipts.UNWANTED))
        .isInstanceOf(RuntimeException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertNothingStored();
  }

  @Test
  @DisplayName("a row that cannot even be prepared is quarantined, its neighbours are applied")
  void unprepared() {
    List<CanonicalRecord> rows = new ArrayList<>(rows(3));
    rows.set(1, unpreparable(rows.get(1)));
    PageOutcome outcome = register.apply("police", "after", rows);
    assertThat(outcome.rows())
        .extracting(RowOutcome::kind)
        .containsExactly(Kind.NEW, Kind.QUARANTINED, Kind.NEW);
    assertThat(outcome.rows().get(1).reason()).isEqualTo("APPLY_FAILED");
    assertThat(outcome.rows().get(1).detail()).contains("(NullPointerException)");
  }

  @Test
  @DisplayName("a page of which no row can be prepared fails, and nothing is quarantined")
  void nothingPrepared() {
    List<CanonicalRecord> rows = rows(20).stream().map(ResolverFailureTest::unpreparable).toList();
    assertThatThrownBy(() -> register.apply("police", "after", rows))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("none of 20 rows of police");
    assertNothingStored();
  }

  @Test
  @DisplayName("a failure's trace has the classes and frames of all causes and no message")
  void traces() {
    RuntimeException failed =
        new IllegalStateException("of 张惠珍", new IllegalArgumentException("张惠珍"));
    assertThat(FailureTrace.of(failed))
        .startsWith("java.lang.IllegalStateException\n  at " + getClass().getName() + ".traces(")
        .contains("\ncaused by java.lang.IllegalArgumentException\n  at ")
        .doesNotContain("张惠珍");
  }

  @ParameterizedTest(name = "SQLSTATE {0}")
  @DisplayName("an outage leaves nothing, quarantines nothing, and the page is applied whole later")
  @CsvSource({"57P01", "53100", "40001", "08006"})
  void outage(String state) {
    failAt(state, List.of(2));
    assertThatThrownBy(() -> register.apply("police", "after", rows(5)))
        .isInstanceOf(RegisterUnavailable.class)
        .hasMessageContaining(state);
    assertNothingStored();
    repair();
    assertThat(register.apply("police", "after", rows(5)).counts().fresh()).isEqualTo(5);
    assertThat(register.get(IndexKeeper.class).isInStep()).isTrue();
  }

  @Test
  @DisplayName("a connection that is cut in the middle of a page is an outage")
  void cutConnection() {
    fault("perform pg_terminate_backend(pg_backend_pid())", List.of(2));
    assertThatThrownBy(() -> register.apply("police", "after", rows(5)))
        .isInstanceOf(RegisterUnavailable.class);
    assertNothingStored();
    repair();
    assertThat(register.apply("police", "after", rows(5)).counts().fresh()).isEqualTo(5);
  }

  @Test
  @DisplayName("a hub that no longer leads applies nothing")
  void notLeading() {
    register.get(Leadership.class).release();
    assertThatThrownBy(() -> register.apply("police", "after", rows(2)))
        .isInstanceOf(NoLongerLeader.class);
    assertNothingStored();
  }

  private void assertNothingStored() {
    for (String table :
        List.of(
            "source_record",
            "person",
            "decision",
            "person_change",
            "quarantined",
            "pull_page",
            "audit_entry")) {
      assertThat(register.count(table)).as(table).isZero();
    }
    assertThat(register.get(Matcher.class).memberCount()).isZero();
    assertThat(pulls().watermark(POLICE).isStart()).isTrue();
  }

  private Pulls pulls() {
    return register.get(Pulls.class);
  }

  /** The same row, with a hole that no connector leaves. */
  private static CanonicalRecord unpreparable(CanonicalRecord row) {
    SourceRecord origin = row.origin();
    SourceVersion hole = new SourceVersion(null, 0);
    return new CanonicalRecord(
        new SourceRecord(
            origin.key(), hole, origin.presence(), origin.payload(), origin.position()),
        row.who(),
        row.what());
  }

  private static List<CanonicalRecord> rows(int count) {
    LocalDate birth = LocalDate.of(1980, 1, 1);
    return IntStream.range(0, count)
        .mapToObj(i -> Rows.police("P" + i, "王小明", birth.plusDays(400L * i), 101).record())
        .toList();
  }

  private void failAt(String state, List<Integer> rows) {
    fault("raise exception 'a fault' using errcode = '" + state + "'", rows);
  }

  private void fault(String action, List<Integer> rows) {
    String positions = String.join(", ", rows.stream().map(i -> "'row P" + i + "'").toList());
    register.sql(
        """
        create or replace function fault() returns trigger language plpgsql as $body$
        begin %s; return new; end $body$\
        """
            .formatted(action));
    register.sql(
        """
        create trigger fault before insert on source_record_version for each row
        when (new.position in (%s)) execute function fault()\
        """
            .formatted(positions));
  }
}
