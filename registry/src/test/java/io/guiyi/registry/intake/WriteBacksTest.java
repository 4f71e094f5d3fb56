package io.guiyi.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.Conservation;
import io.guiyi.records.Position;
import io.guiyi.records.RowOutcome;
import io.guiyi.records.RowOutcome.Kind;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.store.Transactions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A write-back")
class WriteBacksTest {
  private static final SourceId LABOUR = new SourceId("labour");
  private static final List<RowOutcome> OUTCOMES =
      List.of(
          RowOutcome.of(new Position("lsh=1"), Kind.NEW),
          new RowOutcome(new Position("lsh=2"), Kind.QUARANTINED, "DATE_INVALID", "月份必须是 1 到 12"),
          RowOutcome.of(new Position("lsh=3"), Kind.STALE));

  private final RegisterFixture register = RegisterFixture.emptied();
  private final WriteBacks writeBacks = register.get(WriteBacks.class);

  @Test
  @DisplayName("is due at once, in the order of pages, and says what it was told")
  void due() {
    open(2, OUTCOMES);
    open(1, OUTCOMES.subList(0, 1));
    assertThat(writeBacks.due(LABOUR, 10))
        .containsExactly(
            new WriteBack(1, LABOUR, OUTCOMES.subList(0, 1), 0),
            new WriteBack(2, LABOUR, OUTCOMES, 0));
    assertThat(writeBacks.due(LABOUR, 1)).hasSize(1);
    assertThat(writeBacks.due(new SourceId("police"), 10)).isEmpty();
  }

  @Test
  @DisplayName("is done once and for all")
  void done() {
    open(1, OUTCOMES);
    WriteBack due = writeBacks.due(LABOUR, 1).getFirst();
    writeBacks.done(1);
    writeBacks.done(1);
    writeBacks.failed(due, "an answer that came too late");
    assertThat(writeBacks.due(LABOUR, 10)).isEmpty();
    assertThat(writeBacks.waiting(LABOUR)).isEqualTo(new OpenWriteBacks(LABOUR, 0, null, null));
  }

  @Test
  @DisplayName("that fails is due again after ever longer pauses, and is seen waiting meanwhile")
  void retry() {
    open(1, OUTCOMES);
    for (int seconds : new int[] {2, 4, 8}) {
      WriteBack attempt = writeBacks.due(LABOUR, 1).getFirst();
      assertThat(writeBacks.failed(attempt, "connection refused"))
          .isEqualTo(register.clock().instant().plusSeconds(seconds));
      register.clock().advance(Duration.ofSeconds(seconds).minusMillis(1));
      assertThat(writeBacks.due(LABOUR, 1)).isEmpty();
      register.clock().advance(Duration.ofMillis(1));
      assertThat(writeBacks.due(LABOUR, 1)).hasSize(1);
    }
    assertThat(writeBacks.due(LABOUR, 1).getFirst().attempts()).isEqualTo(3);
    assertThat(writeBacks.waiting(LABOUR))
        .isEqualTo(new OpenWriteBacks(LABOUR, 1, RegisterFixture.BEGIN, "connection refused"));
  }

  @Test
  @DisplayName("that fails holds up no other page")
  void notBlocking() {
    open(1, OUTCOMES);
    open(2, OUTCOMES);
    writeBacks.failed(writeBacks.due(LABOUR, 1).getFirst(), "x".repeat(1_000));
    assertThat(writeBacks.due(LABOUR, 10)).extracting(WriteBack::page).containsExactly(2L);
    assertThat(writeBacks.waiting(LABOUR).lastFailure()).hasSize(500);
  }

  @Test
  @DisplayName("of a page without rows is not opened")
  void empty() {
    open(1, List.of());
    assertThat(writeBacks.waiting(LABOUR).pages()).isZero();
  }

  private void open(long page, List<RowOutcome> outcomes) {
    Pulls pulls = register.get(Pulls.class);
    long pull = pulls.begin(LABOUR);
    register
        .get(Transactions.class)
        .runInTransaction(session -> {
          pulls.append(
              new PullPage(
                  page,
                  pull,
                  LABOUR,
                  Watermark.START,
                  Conservation.NONE,
                  1,
                  register.clock().instant()));
          writeBacks.open(page, LABOUR, outcomes);
        });
  }
}
