package io.guiyi.console;

import io.guiyi.console.SourceState.Condition;
import io.guiyi.records.Conservation;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import io.guiyi.registry.feed.FeedPosition;
import io.guiyi.registry.intake.OpenWriteBacks;
import io.guiyi.registry.intake.QuarantineCount;
import io.guiyi.registry.intake.SourceFreshness;
import io.guiyi.registry.status.RegisterStatus;
import io.guiyi.registry.status.SourceActivity;
import io.guiyi.registry.watch.Alarm;
import io.guiyi.registry.watch.AlarmKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A hub in the middle of its first day, for the pages' tests. */
final class Invented {
  static final Instant NOW = Instant.parse("2026-03-02T02:15:30Z");
  static final SourceId POLICE = new SourceId("police");
  static final SourceId LABOUR = new SourceId("labour");

  private Invented() {}

  /** Numbers of a day on which the labour bureau's database fails. */
  static RegisterStatus register(Instant at) {
    Conservation police = new Conservation(412_806, 18_377, 96_120, 2_914, 1_208, 1_733);
    Conservation labour = new Conservation(268_455, 9_402, 31_077, 311, 96, 2_054);
    return new RegisterStatus(
        at,
        331_942,
        681_261,
        214,
        police.plus(labour),
        List.of(
            new QuarantineCount(LABOUR, QuarantineReason.CODE_UNKNOWN, 864),
            new QuarantineCount(LABOUR, QuarantineReason.DATE_INVALID, 1_190),
            new QuarantineCount(POLICE, QuarantineReason.FIELD_MISSING, 1_391),
            new QuarantineCount(POLICE, QuarantineReason.PERIOD_INVERTED, 342)),
        List.of(
            source(POLICE, "2026-03-02T02:15:21Z", at.minusSeconds(4), police, 0),
            source(LABOUR, "1048576", at.minusSeconds(1_460), labour, 7)),
        List.of(
            new FeedPosition("education-bureau", true, 48_205, 48_205, 48_190),
            new FeedPosition("labour-bureau", true, 331_377, 331_310, 330_902)),
        67,
        new RegisterStatus.Leader(3, "guiyi-01:4711", at.plusSeconds(12)),
        alarms(at));
  }

  /** A hub that was just installed. */
  static RegisterStatus nothingYet(Instant at) {
    return new RegisterStatus(
        at, 0, 0, 0, Conservation.NONE, List.of(), List.of(), List.of(), 0, null, List.of());
  }

  private static RegisterStatus.Source source(
      SourceId id, String watermark, Instant complete, Conservation counts, long untold) {
    return new RegisterStatus.Source(
        new SourceFreshness(
            id, new Watermark(watermark), complete, "COMPLETE", complete, complete, counts),
        new OpenWriteBacks(id, untold, untold == 0 ? null : complete, null),
        activity(complete));
  }

  private static SourceActivity activity(Instant complete) {
    return new SourceActivity(
        complete.minusSeconds(90),
        new Conservation(1_204, 88, 3_310, 12, 4, 31),
        new Conservation(17, 2, 140, 0, 0, 1),
        new SourceActivity.LastCertificate(1_207, "COMPLETE", complete, "5c".repeat(32)),
        List.of());
  }

  /** What operators are told on that day. */
  static List<Alarm> alarms(Instant at) {
    return List.of(
        alarm(3, AlarmKind.BREAKER_OPEN, "", "10.20.4.17:5432 refuses connections", at),
        alarm(
            7,
            AlarmKind.VALUES_SHIFTED,
            "aac058 · CHANGES",
            "PSI 0.62; 05: 1.1 % → 24.0 %, 01: 97.2 % → 74.5 %",
            at));
  }

  private static Alarm alarm(long id, AlarmKind kind, String subject, String detail, Instant at) {
    return new Alarm(id, LABOUR, kind, subject, detail, at.minusSeconds(1_440), at, null, null);
  }

  /** The streams of the same day. */
  static List<SourceState> streams(Instant at) {
    return List.of(
        new SourceState(POLICE, Duration.ofSeconds(5), Condition.WELL, null, null),
        new SourceState(
            LABOUR,
            Duration.ofSeconds(5),
            Condition.RESTING,
            at.minus(Duration.ofMinutes(24)),
            new SourceState.Failure(
                "DATABASE", "10.20.4.17:5432 refuses connections; ask its operator")));
  }
}
