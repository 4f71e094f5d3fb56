package io.guiyi.registry.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.guiyi.records.IntakePage;
import io.guiyi.records.PageProfile;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.registry.leadership.NoLongerLeader;
import io.guiyi.registry.resolve.Receipts;
import io.guiyi.registry.resolve.Resolver;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The watch over a source")
class SourceWatchTest {
  private static final SourceId POLICE = new SourceId("police");
  private static final Expectation DAILY =
      new Expectation.News(Duration.ofHours(24), new Expectation.Nothing());

  private final RegisterFixture register = RegisterFixture.emptied();
  private final SourceWatch watch = register.get(SourceWatch.class);
  private final Alarms alarms = register.get(Alarms.class);
  private int rows;

  @Test
  @DisplayName("raises an alarm once, keeps it raised, and clears it when news comes")
  void isLate() {
    pull(ProfileKind.WHOLE, PageProfile.NONE);
    watch.look(POLICE, DAILY, null);
    assertThat(alarms.open()).isEmpty();

    register.clock().advance(Duration.ofHours(25));
    watch.look(POLICE, DAILY, null);
    register.clock().advance(Duration.ofHours(1));
    watch.look(POLICE, DAILY, null);
    assertThat(alarms.open())
        .singleElement()
        .satisfies(alarm -> {
          assertThat(alarm.kind()).isEqualTo(AlarmKind.LATE);
          assertThat(alarm.raisedAt()).isEqualTo(RegisterFixture.BEGIN.plus(Duration.ofHours(25)));
          assertThat(alarm.seenAt()).isEqualTo(RegisterFixture.BEGIN.plus(Duration.ofHours(26)));
        });

    pull(ProfileKind.CHANGES, PageProfile.NONE);
    watch.look(POLICE, DAILY, null);
    assertThat(alarms.open()).isEmpty();
    assertThat(alarms.ofSource(POLICE, Long.MAX_VALUE, 10)).hasSize(1);
  }

  @Test
  @DisplayName("is quiet while rows are too few, adds small pulls up, and then names what changed")
  void findsDrift() {
    pull(ProfileKind.WHOLE, profile(1_000, "xm", "xb"));
    for (int i = 0; i < 9; i++) {
      pull(ProfileKind.CHANGES, profile(10, "xm", "xingbie"));
      assertThat(alarms.open()).isEmpty();
    }
    pull(ProfileKind.CHANGES, profile(10, "xm", "xingbie"));
    assertThat(alarms.open())
        .extracting(Alarm::kind, Alarm::subject, Alarm::detail)
        .containsExactly(
            tuple(AlarmKind.COLUMN_ADDED, "xingbie", "0 → 100 / 100"),
            tuple(AlarmKind.COLUMN_MISSING, "xb", "1000 / 1000 → 0"));
  }

  @Test
  @DisplayName("clears alarms of drift when the source is as it used to be")
  void recovers() {
    pull(ProfileKind.WHOLE, profile(1_000, "xm", "xb"));
    pull(ProfileKind.CHANGES, profile(100, "xm"));
    assertThat(alarms.open()).hasSize(1);
    pull(ProfileKind.CHANGES, profile(100, "xm", "xb"));
    assertThat(alarms.open()).isEmpty();
  }

  @Test
  @DisplayName("does not get used to drift by itself, but by an operator's word, which is audited")
  void acceptsTheNewNormal() {
    pull(ProfileKind.WHOLE, profile(1_000, "xm", "xb"));
    for (int i = 0; i < 5; i++) {
      pull(ProfileKind.CHANGES, profile(400, "xm", "xingbie"));
      assertThat(alarms.open()).hasSize(2);
    }
    long id = alarms.open().getFirst().id();
    assertThat(alarms.accept(id, "operator", "the police renamed it on 1 March"))
        .isInstanceOf(AcceptOutcome.Taken.class);
    assertThat(alarms.open()).isEmpty();
    assertThat(alarms.accept(id, "operator", "again"))
        .isInstanceOf(AcceptOutcome.NothingToAccept.class);
    assertThat(alarms.accept(4_711, "operator", "which?"))
        .isInstanceOf(AcceptOutcome.Unknown.class);

    pull(ProfileKind.CHANGES, profile(400, "xm", "xingbie"));
    assertThat(alarms.open()).isEmpty();
    pull(ProfileKind.CHANGES, profile(400, "xm", "xb"));
    assertThat(alarms.open()).hasSize(2);
    assertThat(register.get(AuditLog.class).after(0, 1_000))
        .filteredOn(entry -> entry.action().equals("alarm.accepted"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.detail()).contains("renamed it on 1 March"));
  }

  @Test
  @DisplayName(
      "leaves an alarm that has a cause raised until the cause is gone, whoever accepts it")
  void keepsCauses() {
    watch.look(POLICE, DAILY, "failed too often");
    Alarm alarm = alarms.open().getFirst();
    assertThat(alarm.kind()).isEqualTo(AlarmKind.BREAKER_OPEN);
    assertThat(alarm.needsLookingAfter()).isTrue();
    alarms.accept(alarm.id(), "operator", "called the police");
    assertThat(alarms.open())
        .singleElement()
        .satisfies(open -> assertThat(open.needsLookingAfter()).isFalse());
    watch.look(POLICE, DAILY, null);
    assertThat(alarms.open()).isEmpty();
  }

  @Test
  @DisplayName("tells of pulls that fail until one completes")
  void tellsFailures() {
    long pull = register.get(Pulls.class).begin(POLICE);
    watch.failed(POLICE, pull, SourceWatch.Failure.LASTING, "our credentials are not accepted");
    watch.failed(POLICE, pull, SourceWatch.Failure.DELIVERY_DAMAGED, "the digest differs");
    assertThat(alarms.open())
        .extracting(Alarm::kind)
        .containsExactly(AlarmKind.PULL_FAILING, AlarmKind.DELIVERY_DAMAGED);
    watch.completed(POLICE, pull, Map.of());
    assertThat(alarms.open()).isEmpty();
  }

  @Test
  @DisplayName("tells when more of a day's rows are held aside than usual")
  void tellsQuarantine() {
    long pull = register.get(Pulls.class).begin(POLICE);
    page(pull, 1, 70, 30);
    watch.look(POLICE, new Expectation.Nothing(), null);
    assertThat(alarms.open())
        .singleElement()
        .satisfies(alarm -> {
          assertThat(alarm.kind()).isEqualTo(AlarmKind.QUARANTINE_HIGH);
          assertThat(alarm.detail()).isEqualTo("30 / 100 = 30.0 %");
        });
    page(pull, 2, 100, 0);
    watch.look(POLICE, new Expectation.Nothing(), null);
    assertThat(alarms.open()).isEmpty();
  }

  @Test
  @DisplayName("is the leader's alone")
  void isTheLeaders() {
    register.get(Leadership.class).release();
    assertThatThrownBy(() -> watch.look(POLICE, DAILY, "failed too often"))
        .isInstanceOf(NoLongerLeader.class);
    assertThat(alarms.open()).isEmpty();
  }

  /** A pull that brings one new record, and rows that look like this. */
  private void pull(ProfileKind kind, PageProfile profile) {
    Resolver resolver = register.get(Resolver.class);
    long pull = register.get(Pulls.class).begin(POLICE);
    Rows.Row row = Rows.police("K" + ++rows, "欧阳测试", LocalDate.of(1990, 3, 7), rows);
    resolver.apply(
        pull,
        resolver.prepare(
            new IntakePage(POLICE, List.of(row.record()), new Watermark("to " + rows))),
        Receipts.UNWANTED);
    register.get(Pulls.class).finish(pull, Pulls.COMPLETE);
    watch.completed(POLICE, pull, Map.of(kind, profile));
  }

  private void page(long pull, long number, long unchanged, long aside) {
    register.sql(
        ("insert into pull_page (id, pull_id, source, watermark, rows_read, fresh, changed,"
                + " unchanged, withdrawn, stale, quarantined, term, recorded_at) values"
                + " (%d, %d, 'police', '', %d, 0, 0, %d, 0, 0, %d, 1, timestamptz '%s')")
            .formatted(
                number, pull, unchanged + aside, unchanged, aside, register.clock().instant()));
  }

  private static PageProfile profile(long rows, String... names) {
    TreeMap<String, Long> columns = new TreeMap<>();
    for (String name : names) {
      columns.put(name, rows);
    }
    return new PageProfile(rows, columns, new TreeMap<>());
  }
}
