package io.guiyi.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.records.Conservation;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.store.Transactions;
import io.guiyi.seal.KeyPurpose;
import io.guiyi.seal.KeyRing;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The quarantine")
class QuarantineTest {
  private static final SourceId POLICE = new SourceId("police");
  private static final QuarantineFilter ANY = QuarantineFilter.of(POLICE);
  private static final String ROW = "{\"xm\":\"欧阳某某\",\"csrq\":\"19901331\"}";

  private final RegisterFixture register = RegisterFixture.emptied();
  private final Quarantine quarantine = register.get(Quarantine.class);

  @BeforeEach
  void aPage() {
    Pulls pulls = register.get(Pulls.class);
    long pull = pulls.begin(POLICE);
    PullPage page =
        new PullPage(
            1, pull, POLICE, Watermark.START, Conservation.NONE, 1, register.clock().instant());
    register.get(Transactions.class).runInTransaction(session -> pulls.append(page));
  }

  @Test
  @DisplayName("holds a row once, however often it is read, and keeps where it first stood")
  void once() {
    assertThat(store(row("page 1 row 1", QuarantineReason.DATE_INVALID, "csrq", ROW))).isEqualTo(1);
    assertThat(store(row("page 9 row 5", QuarantineReason.DATE_INVALID, "csrq", ROW))).isZero();
    assertThat(quarantine.list(ANY, 0, 10))
        .extracting(HeldRow::position)
        .containsExactly(new Position("page 1 row 1"));
  }

  @Test
  @DisplayName("holds it once within one page, too")
  void onceInAPage() {
    assertThat(
            store(
                row("row 1", QuarantineReason.DATE_INVALID, "csrq", ROW),
                row("row 2", QuarantineReason.DATE_INVALID, "csrq", ROW),
                row("row 3", QuarantineReason.DATE_INVALID, "csrq", ROW + " ")))
        .isEqualTo(2);
  }

  @Test
  @DisplayName("holds one content again for another reason or field, and counts by reason")
  void byReason() {
    store(
        row("row 1", QuarantineReason.DATE_INVALID, "csrq", ROW),
        row("row 1", QuarantineReason.DATE_INVALID, "rzsj", ROW),
        row("row 1", QuarantineReason.APPLY_FAILED, "", ROW));
    assertThat(quarantine.counts())
        .containsExactly(
            new QuarantineCount(POLICE, QuarantineReason.APPLY_FAILED, 1),
            new QuarantineCount(POLICE, QuarantineReason.DATE_INVALID, 2));
    assertThat(quarantine.list(ANY.because(QuarantineReason.APPLY_FAILED), 0, 10)).hasSize(1);
  }

  @Test
  @DisplayName("gives the row back as it came, and keeps nothing of it in clear")
  void sealed() {
    store(row("row 1", QuarantineReason.DATE_INVALID, "csrq", ROW));
    long id = quarantine.list(ANY, 0, 1).getFirst().id();
    assertThat(quarantine.open(id)).contains(RawBytes.utf8(ROW));
    assertThat(quarantine.open(id + 1)).isEmpty();
    String stored =
        register.rows("select quarantined::text from quarantined", String.class).getFirst();
    String hex = HexFormat.of().formatHex("欧阳".getBytes(StandardCharsets.UTF_8));
    assertThat(stored).doesNotContain("欧阳").doesNotContain(hex);
  }

  @Test
  @DisplayName("knows a row again after the look-up key was rotated")
  void afterRotation() {
    store(row("row 1", QuarantineReason.DATE_INVALID, "csrq", ROW));
    register.get(KeyRing.class).rotate(new KeyPurpose.Lookup());
    assertThat(store(row("row 1", QuarantineReason.DATE_INVALID, "csrq", ROW))).isZero();
  }

  @Test
  @DisplayName("lists in pages, within bounds")
  void pages() {
    for (int i = 1; i <= 5; i++) {
      store(row("row " + i, QuarantineReason.MALFORMED, "", ROW + i));
    }
    List<HeldRow> first = quarantine.list(ANY, 0, 3);
    List<HeldRow> rest = quarantine.list(ANY, first.getLast().id(), 3);
    assertThat(first).hasSize(3);
    assertThat(rest)
        .extracting(HeldRow::position)
        .extracting(Position::text)
        .containsExactly("row 4", "row 5");
    assertThatThrownBy(() -> quarantine.list(ANY, 0, 0)).hasMessageContaining("1 to 500");
  }

  private int store(Quarantined... rows) {
    return register
        .get(Transactions.class)
        .inTransaction(session -> quarantine.store(1, List.of(rows), null));
  }

  private static Quarantined row(
      String position, QuarantineReason reason, String field, String payload) {
    return new Quarantined(
        POLICE,
        new Position(position),
        reason,
        field,
        "a month must be 1 to 12; ask the department to correct the row",
        RawBytes.utf8(payload));
  }
}
