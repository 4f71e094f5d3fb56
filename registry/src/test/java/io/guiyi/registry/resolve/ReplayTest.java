package io.guiyi.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.records.Canonicalized;
import io.guiyi.records.Conservation;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceKey;
import io.guiyi.registry.CompleteDelivery;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.intake.HeldRow;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.intake.Quarantine;
import io.guiyi.registry.intake.QuarantineDay;
import io.guiyi.registry.intake.QuarantineFilter;
import io.guiyi.registry.status.StateDigest;
import io.guiyi.seal.Sm3;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A replay")
class ReplayTest {
  private static final SourceId POLICE = new SourceId("police");
  private static final Row WEI = Rows.police("P1", "张伟", LocalDate.of(1990, 3, 7), 21);
  private static final Row NA = Rows.police("P2", "李娜", LocalDate.of(1985, 6, 1), 22);

  private final Map<String, Row> understood = new HashMap<>();
  private RegisterFixture register;

  @BeforeEach
  void begin() {
    register = RegisterFixture.emptied();
  }

  @Test
  @DisplayName("after a mended code list empties the quarantine; a second one changes nothing")
  void twice() {
    register.apply("police", "w", List.of(WEI.record(), refused("a"), refused("b"), refused("c")));
    understood.putAll(Map.of("a", NA, "b", NA.day(1), "c", WEI.withdrawn().day(2)));
    Replay.Result first = replay();
    assertThat(first.counts()).isEqualTo(new Conservation(1, 0, 1, 1, 0, 0));
    assertThat(first.resolved()).isEqualTo(3);
    assertThat(open()).isEmpty();
    assertThat(quarantine().counts()).isEmpty();
    List<Long> before = tables();
    Sm3 state = register.get(StateDigest.class).read();
    assertThat(replay()).isEqualTo(new Replay.Result(Conservation.NONE, 0, 0, false));
    assertThat(tables()).isEqualTo(before);
    assertThat(register.get(StateDigest.class).read()).isEqualTo(state);
  }

  @Test
  @DisplayName("leaves what is refused again, for the reason of today, and twice changes nothing")
  void refusedAgain() {
    register.apply("police", "w", List.of(refused("a"), refused("b")));
    understood.put("a", NA);
    replay();
    register.sql(
        "update quarantined set reason = 'DATE_INVALID', field = 'csrq'"
            + " where resolved_at is null");
    assertThat(replay().counts()).isEqualTo(new Conservation(0, 0, 0, 0, 0, 1));
    assertThat(open())
        .singleElement()
        .returns(QuarantineReason.CODE_UNKNOWN, HeldRow::reason)
        .returns("xb", HeldRow::field);
    List<String> held = register.rows("select quarantined::text from quarantined", String.class);
    replay();
    assertThat(register.rows("select quarantined::text from quarantined", String.class))
        .isEqualTo(held);
  }

  @Test
  @DisplayName("one content held for two reasons is held once when the same reason is left")
  void twins() {
    register.apply("police", "w", List.of(refused("a", QuarantineReason.MALFORMED), refused("a")));
    replay();
    assertThat(open()).extracting(HeldRow::reason).containsExactly(QuarantineReason.CODE_UNKNOWN);
    assertThat(register.count("quarantined where resolved_at is not null")).isEqualTo(1);
  }

  @Test
  @DisplayName("a row that is refused once more after it was understood is open again")
  void reopened() {
    register.apply("police", "w", List.of(refused("a")));
    understood.put("a", NA);
    replay();
    register.apply("police", "w", List.of(refused("a")));
    assertThat(open()).hasSize(1);
    assertThat(register.count("quarantined")).isEqualTo(1);
  }

  @Test
  @DisplayName("a row older than what is held fills history only, and is resolved")
  void stale() {
    register.apply("police", "w", List.of(refused("a"), NA.day(5).record()));
    understood.put("a", NA.phone("13900001111"));
    assertThat(replay().counts()).isEqualTo(new Conservation(0, 0, 0, 0, 1, 0));
    assertThat(open()).isEmpty();
  }

  @Test
  @DisplayName("takes only what is asked for: source, reason, position; and goes on where it ended")
  void filters() {
    register.apply("labour", "w", List.of());
    register.apply(
        "police",
        "w",
        IntStream.range(0, 8)
            .mapToObj(i ->
                refused(
                    "r" + i, i < 4 ? QuarantineReason.CODE_UNKNOWN : QuarantineReason.MALFORMED))
            .toList());
    IntStream.range(0, 8).forEach(i -> understood.put("r" + i, NA.day(i)));
    QuarantineFilter all = QuarantineFilter.of(POLICE);
    assertThat(replay(all.at("row r_"), 0, 9).resolved()).isZero();
    assertThat(replay(all.at("row r7"), 0, 9).resolved()).isEqualTo(1);
    assertThat(replay(all.because(QuarantineReason.CODE_UNKNOWN), 0, 3))
        .returns(3L, Replay.Result::resolved)
        .returns(true, Replay.Result::more);
    Replay.Result rest = replay(all, open().getFirst().id(), 9);
    assertThat(rest).returns(3L, Replay.Result::resolved).returns(false, Replay.Result::more);
    assertThat(open()).hasSize(1);
    assertThatThrownBy(() -> replay(all, 0, 10_001)).hasMessageContaining("1 to 10000");
  }

  @Test
  @DisplayName("leaves watermark and sums of the source alone; it has books of its own")
  void books() {
    register.apply("police", "before", List.of(refused("a")));
    understood.put("a", NA);
    Conservation counts = register.get(Pulls.class).ofSource(POLICE);
    var fresh = register.get(Pulls.class).freshness(POLICE);
    replay();
    assertThat(register.get(Pulls.class).ofSource(POLICE)).isEqualTo(counts);
    assertThat(register.get(Pulls.class).freshness(POLICE)).isEqualTo(fresh);
    assertThat(
            register.rows(
                "select kind || ' ' || fresh || ' ' || coalesce(outcome, '-')"
                    + " from pull order by id",
                String.class))
        .containsExactly("READING 0 -", "REPLAY 1 COMPLETE");
    assertThat(register.rows("select action from audit_entry order by number", String.class))
        .endsWith("page.applied", "quarantine.replayed");
  }

  @Test
  @DisplayName("a row whose key its delivery gave twice does not take the place of the first")
  void keyTwice() {
    CompleteDelivery.of(register, 1, WEI, NA, NA.called("李某")).arrive();
    understood.put(payload(NA.called("李某").day(1)), NA.called("李某").day(1));
    assertThat(replay().counts()).isEqualTo(new Conservation(0, 0, 0, 0, 0, 1));
    assertThat(open()).extracting(HeldRow::reason).containsExactly(QuarantineReason.KEY_TWICE);
    register.apply("police", "w", List.of(NA.phone("13900001111").day(3).record()));
    assertThat(replay().counts().stale()).isEqualTo(1);
  }

  @Test
  @DisplayName("what a newer complete delivery has left out stays withdrawn")
  void leftOutSince() {
    CompleteDelivery.of(register, 1, WEI).withRefused(null, "a").arrive();
    CompleteDelivery.of(register, 2, WEI).arrive();
    understood.put("a", NA.day(1));
    assertThat(replay()).returns(1L, Replay.Result::withdrawn);
    assertThat(register.rows("select presence from source_record order by id", String.class))
        .containsExactly("PRESENT", "WITHDRAWN");
  }

  @Test
  @DisplayName("the quarantine counts what is open by source, reason and day")
  void days() {
    register.apply("police", "w", List.of(refused("a"), refused("b")));
    register.clock().advance(java.time.Duration.ofHours(14).plusMinutes(1));
    register.apply("police", "w", List.of(refused("c")));
    LocalDate first = LocalDate.of(2026, 3, 1);
    assertThat(quarantine().days(first, 10))
        .containsExactly(
            new QuarantineDay(POLICE, QuarantineReason.CODE_UNKNOWN, first.plusDays(1), 1),
            new QuarantineDay(POLICE, QuarantineReason.CODE_UNKNOWN, first, 2));
    assertThat(quarantine().days(first.plusDays(1), 10)).hasSize(1);
  }

  private Replay.Result replay() {
    return replay(QuarantineFilter.of(POLICE), 0, 100);
  }

  private Replay.Result replay(QuarantineFilter filter, long after, int limit) {
    Replay.Order order = new Replay.Order(POLICE, filter, after, limit);
    return register.get(Replay.class).run(order, this::read, "operator");
  }

  private Canonicalized read(Position position, RawBytes payload) {
    Row row = understood.get(payload.asUtf8());
    return row == null ? refused(payload.asUtf8()) : row.record();
  }

  private List<HeldRow> open() {
    return quarantine().list(QuarantineFilter.ALL, 0, 100);
  }

  private Quarantine quarantine() {
    return register.get(Quarantine.class);
  }

  private List<Long> tables() {
    return Stream.of("source_record_version", "person_version", "decision", "audit_entry", "pull")
        .map(register::count)
        .toList();
  }

  private static String payload(Row row) {
    return row.record().origin().payload().asUtf8();
  }

  private static Quarantined refused(String payload) {
    return refused(payload, QuarantineReason.CODE_UNKNOWN);
  }

  private static Quarantined refused(String payload, QuarantineReason reason) {
    return new Quarantined(
        POLICE,
        new Position("row " + payload.substring(0, Math.min(9, payload.length()))),
        reason,
        "xb",
        "no such code; extend the list",
        RawBytes.utf8(payload),
        new SourceKey(POLICE, "P9"));
  }
}
