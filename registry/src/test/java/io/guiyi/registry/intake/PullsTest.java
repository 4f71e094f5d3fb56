package io.guiyi.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.records.Conservation;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.store.Transactions;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The books of pulls")
class PullsTest {
  private static final SourceId POLICE = new SourceId("police");
  private static final SourceId LABOUR = new SourceId("labour");

  private final RegisterFixture register = RegisterFixture.emptied();
  private final Pulls pulls = register.get(Pulls.class);

  @Test
  @DisplayName("a source that was never pulled starts from the start and has no times")
  void neverPulled() {
    assertThat(pulls.watermark(POLICE)).isEqualTo(Watermark.START);
    assertThat(pulls.freshness(POLICE))
        .isEqualTo(
            new SourceFreshness(
                POLICE, Watermark.START, null, null, null, null, Conservation.NONE));
  }

  @Test
  @DisplayName("the watermark is the last page's, per source")
  void watermark() {
    long police = pulls.begin(POLICE);
    long labour = pulls.begin(LABOUR);
    append(1, police, POLICE, "a", 1, Conservation.NONE);
    append(2, labour, LABOUR, "x", 1, Conservation.NONE);
    append(3, police, POLICE, "b", 1, Conservation.NONE);
    assertThat(pulls.watermark(POLICE)).isEqualTo(new Watermark("b"));
    assertThat(pulls.watermark(LABOUR)).isEqualTo(new Watermark("x"));
  }

  @Test
  @DisplayName("a page of a later term is later whatever its number")
  void laterTerm() {
    long pull = pulls.begin(POLICE);
    append(51, pull, POLICE, "old hub", 1, Conservation.NONE);
    append(7, pull, POLICE, "new hub", 2, Conservation.NONE);
    assertThat(pulls.watermark(POLICE)).isEqualTo(new Watermark("new hub"));
  }

  @Test
  @DisplayName("counts add up per pull, per source and in total")
  void conservation() {
    long first = pulls.begin(POLICE);
    append(1, first, POLICE, "a", 1, new Conservation(5, 4, 3, 2, 1, 1));
    append(2, first, POLICE, "b", 1, new Conservation(1, 0, 0, 0, 0, 0));
    long second = pulls.begin(POLICE);
    append(3, second, POLICE, "c", 1, new Conservation(0, 0, 9, 0, 0, 0));
    long labour = pulls.begin(LABOUR);
    append(4, labour, LABOUR, "x", 1, new Conservation(10, 0, 0, 0, 0, 0));

    assertThat(pulls.ofPull(first)).isEqualTo(new Conservation(6, 4, 3, 2, 1, 1));
    assertThat(pulls.ofPull(second)).isEqualTo(new Conservation(0, 0, 9, 0, 0, 0));
    assertThat(pulls.ofSource(POLICE)).isEqualTo(new Conservation(6, 4, 12, 2, 1, 1));
    assertThat(pulls.total()).isEqualTo(new Conservation(16, 4, 12, 2, 1, 1));
    assertThat(pulls.total().read()).isEqualTo(36);
  }

  @Test
  @DisplayName("the database itself refuses a page whose rows do not add up")
  void lawInTheSchema() {
    long pull = pulls.begin(POLICE);
    assertThatThrownBy(() ->
            register.sql(
                "insert into pull_page values"
                    + " (1, %d, 'police', '', 5, 1, 1, 1, 1, 0, 0, 1, now())".formatted(pull)))
        .hasStackTraceContaining("rows_are_conserved");
  }

  @Test
  @DisplayName(
      "freshness tells when a source was last read to its end, and how the last pull ended")
  void freshness() {
    long complete = pulls.begin(POLICE);
    register.clock().advance(Duration.ofSeconds(10));
    append(1, complete, POLICE, "a", 1, new Conservation(1, 0, 0, 0, 0, 0));
    register.clock().advance(Duration.ofSeconds(10));
    pulls.finish(complete, Pulls.COMPLETE);
    register.clock().advance(Duration.ofSeconds(10));
    long failed = pulls.begin(POLICE);
    register.clock().advance(Duration.ofSeconds(10));
    pulls.finish(failed, "TIMED_OUT");
    pulls.finish(failed, Pulls.COMPLETE);

    assertThat(pulls.freshness(POLICE))
        .isEqualTo(
            new SourceFreshness(
                POLICE,
                new Watermark("a"),
                RegisterFixture.BEGIN.plusSeconds(30),
                "TIMED_OUT",
                RegisterFixture.BEGIN.plusSeconds(20),
                RegisterFixture.BEGIN.plusSeconds(10),
                new Conservation(1, 0, 0, 0, 0, 0)));
  }

  @Test
  @DisplayName("a pull that a crash cut short is marked when the next one begins")
  void interrupted() {
    pulls.begin(POLICE);
    pulls.begin(POLICE);
    assertThat(pulls.freshness(POLICE).lastOutcome()).isEqualTo(Pulls.INTERRUPTED);
    assertThatThrownBy(() -> pulls.finish(1, "it failed")).hasMessageContaining("COMPLETE");
  }

  private void append(
      long id, long pull, SourceId source, String watermark, long term, Conservation counts) {
    PullPage page =
        new PullPage(
            id, pull, source, new Watermark(watermark), counts, term, register.clock().instant());
    register.get(Transactions.class).runInTransaction(session -> pulls.append(page));
  }
}
