package io.guiyi.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.records.Canonicalized;
import io.guiyi.records.Conservation;
import io.guiyi.records.IntakePage;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.RowOutcome;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import io.guiyi.registry.resolve.Receipts;
import io.guiyi.registry.resolve.Resolver;
import io.guiyi.registry.status.RegisterStatus;
import io.guiyi.registry.status.StateDigest;
import io.guiyi.registry.status.StatusBoard;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Retention")
class RetentionTest {
  private static final SourceId POLICE = new SourceId("police");
  private static final Row WEI = Rows.police("P1", "张伟", LocalDate.of(1990, 3, 7), 21);
  private static final RetentionSettings KEPT = RetentionSettings.DEFAULT;

  private RegisterFixture register;

  @BeforeEach
  void begin() {
    register = RegisterFixture.emptied();
  }

  @Test
  @DisplayName("takes idle pulls and their pages, and every sum and time stays as it was")
  void idlePulls() {
    pull(Receipts.UNWANTED, WEI.record());
    for (int i = 0; i < 5; i++) {
      register.clock().advance(Duration.ofMinutes(1));
      pull(Receipts.UNWANTED, WEI.record());
      pull(Receipts.UNWANTED);
    }
    var status = register.get(StatusBoard.class).read(List.of(POLICE));
    var state = register.get(StateDigest.class).read();
    register.clock().advance(KEPT.pulls().minusMinutes(2));
    assertThat(sweep().isEmpty()).isFalse();
    assertThat(register.count("pull")).isGreaterThan(2);
    register.clock().advance(Duration.ofMinutes(3));
    sweep();
    assertThat(register.count("pull")).as("the one with news and the latest").isEqualTo(2);
    assertThat(register.count("pull_page")).isEqualTo(1);
    var after = register.get(StatusBoard.class).read(List.of(POLICE));
    assertThat(after.sources())
        .extracting(RegisterStatus.Source::freshness)
        .isEqualTo(status.sources().stream().map(RegisterStatus.Source::freshness).toList());
    assertThat(after.counts()).isEqualTo(status.counts());
    assertThat(register.get(Pulls.class).ofPull(1)).isEqualTo(new Conservation(1, 0, 0, 0, 0, 0));
    assertThat(register.get(StateDigest.class).read()).isEqualTo(state);
    assertThat(sweep().isEmpty()).isTrue();
  }

  @Test
  @DisplayName("takes held rows when their time is over, resolved ones earlier")
  void heldRows() {
    pull(Receipts.UNWANTED, refused("1"), refused("2"));
    register.sql(
        "update quarantined set resolved_at = recorded_at, resolved_page_id = page_id"
            + " where position = 'row 1'");
    register.clock().advance(KEPT.resolved().plusSeconds(1));
    assertThat(sweep()).returns(1L, Sweep::resolved).returns(0L, Sweep::quarantined);
    register.clock().advance(KEPT.quarantined());
    assertThat(sweep()).returns(1L, Sweep::quarantined);
    assertThat(register.get(Pulls.class).ofSource(POLICE).quarantined()).isEqualTo(2);
  }

  @Test
  @DisplayName("takes what departments were told, not what they are still to be told")
  void writeBacks() {
    pull(Receipts.WANTED, WEI.record());
    pull(Receipts.WANTED, WEI.record());
    WriteBacks writeBacks = register.get(WriteBacks.class);
    List<WriteBack> due = writeBacks.due(POLICE, 10);
    assertThat(due)
        .hasSize(2)
        .first()
        .extracting(WriteBack::outcomes)
        .isEqualTo(List.of(RowOutcome.of(new Position("row P1"), RowOutcome.Kind.NEW)));
    writeBacks.done(due.getFirst().page());
    register.clock().advance(KEPT.writeBacks().plusSeconds(1));
    assertThat(sweep().writeBacks()).isEqualTo(1);
    assertThat(writeBacks.due(POLICE, 10)).hasSize(1);
  }

  @Test
  @DisplayName("takes the raw row of a superseded version, counted from when it was superseded")
  void superseded() {
    pull(Receipts.UNWANTED, WEI.record());
    register.clock().advance(KEPT.superseded());
    pull(Receipts.UNWANTED, WEI.phone("13900001111").day(2).record());
    pull(Receipts.UNWANTED, WEI.phone("13900002222").day(1).record());
    assertThat(sweep().payloads()).isZero();
    register.clock().advance(KEPT.superseded().plusSeconds(1));
    assertThat(sweep().payloads()).isEqualTo(2);
    assertThat(
            register.rows(
                "select version from source_record_version where payload_sealed is not null",
                Integer.class))
        .containsExactly(2);
    assertThat(sweep().isEmpty()).isTrue();
  }

  @Test
  @DisplayName("leaves one audit entry with what was taken, and none for nothing")
  void audited() {
    sweep();
    assertThat(register.count("audit_entry")).isZero();
    pull(Receipts.UNWANTED, refused("1"));
    register.clock().advance(KEPT.quarantined().plusSeconds(1));
    sweep();
    assertThat(register.rows("select detail from audit_entry order by number", String.class))
        .last()
        .isEqualTo(
            "{\"quarantined\":1,\"resolved\":0,\"writeBacks\":0,\"pages\":1,\"pulls\":0,"
                + "\"payloads\":0}");
  }

  @Test
  @DisplayName("keeps for an hour at least and ten years at most")
  void bounds() {
    assertThatThrownBy(() ->
            new RetentionSettings(
                Duration.ofMinutes(59), KEPT.resolved(), KEPT.pulls(), KEPT.pulls(), KEPT.pulls()))
        .hasMessage("quarantined is PT59M; give PT1H to PT87600H");
  }

  private Sweep sweep() {
    return register.get(Retention.class).sweep(KEPT);
  }

  private void pull(Receipts receipts, Canonicalized... rows) {
    Pulls pulls = register.get(Pulls.class);
    Resolver resolver = register.get(Resolver.class);
    long pull = pulls.begin(POLICE);
    IntakePage page = new IntakePage(POLICE, List.of(rows), new Watermark("w" + pull));
    resolver.apply(pull, resolver.prepare(page), receipts);
    pulls.finish(pull, Pulls.COMPLETE);
  }

  private static Quarantined refused(String row) {
    return new Quarantined(
        POLICE,
        new Position("row " + row),
        QuarantineReason.CODE_UNKNOWN,
        "xb",
        "no such code",
        RawBytes.utf8(row));
  }
}
