package io.guiyi.console;

import io.guiyi.console.SourceState.Condition;
import io.guiyi.records.Conservation;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceVersion;
import io.guiyi.records.Watermark;
import io.guiyi.registry.certificate.Certificate;
import io.guiyi.registry.certificate.SignedCertificate;
import io.guiyi.registry.feed.FeedPosition;
import io.guiyi.registry.intake.DeliveryStanding;
import io.guiyi.registry.intake.KnownDelivery;
import io.guiyi.registry.intake.OpenWriteBacks;
import io.guiyi.registry.intake.PullKind;
import io.guiyi.registry.intake.PullSummary;
import io.guiyi.registry.intake.QuarantineCount;
import io.guiyi.registry.intake.QuarantineDay;
import io.guiyi.registry.intake.SourceFreshness;
import io.guiyi.registry.status.RegisterStatus;
import io.guiyi.registry.status.SourceActivity;
import io.guiyi.registry.status.SourceHistory;
import io.guiyi.registry.watch.Alarm;
import io.guiyi.registry.watch.AlarmKind;
import io.guiyi.seal.KeyId;
import io.guiyi.seal.Signature;
import io.guiyi.seal.Sm3;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;

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
        alarm(4, AlarmKind.LATE, "", "2026-03-02 09:51 > 30 min", at),
        alarm(
            1_207,
            AlarmKind.VALUES_SHIFTED,
            "aac058 · CHANGES",
            "PSI 0.62; 05: 1.1 % → 24.0 %, 01: 97.2 % → 74.5 %",
            at));
  }

  private static Alarm alarm(long id, AlarmKind kind, String subject, String detail, Instant at) {
    return new Alarm(id, LABOUR, kind, subject, detail, at.minusSeconds(1_440), at, null, null);
  }

  /** What happened to a source up to that day. */
  static SourceHistory history(SourceId source, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, ZoneId.of("Asia/Shanghai"));
    return new SourceHistory(
        List.of(
            new PullSummary(
                4_711, PullKind.READING, at.minusSeconds(9), null, null, Conservation.NONE),
            new PullSummary(
                4_702,
                PullKind.READING,
                at.minusSeconds(3_600),
                at.minusSeconds(3_540),
                "TIMEOUT",
                new Conservation(12, 0, 140, 0, 0, 3)),
            new PullSummary(
                4_640,
                PullKind.REPLAY,
                at.minusSeconds(90_000),
                at.minusSeconds(89_998),
                "COMPLETE",
                new Conservation(864, 0, 0, 0, 0, 2))),
        List.of(
            new QuarantineDay(source, QuarantineReason.CODE_UNKNOWN, today, 17),
            new QuarantineDay(source, QuarantineReason.CODE_UNKNOWN, today.minusDays(2), 1_204),
            new QuarantineDay(source, QuarantineReason.DATE_INVALID, today.minusDays(2), 3)),
        alarms(at),
        List.of(
            new KnownDelivery(
                12,
                source,
                "XJ_20260301_017_C.csv",
                new SourceVersion(at, 17),
                1_204,
                18_377,
                0.2,
                DeliveryStanding.HELD,
                false,
                at,
                null,
                null)),
        List.of(certificate(source, at)));
  }

  private static SignedCertificate certificate(SourceId source, Instant at) {
    Certificate certificate =
        new Certificate(
            Certificate.FORM,
            source.name(),
            1_207,
            4_640,
            Certificate.Kind.ONWARD,
            3,
            at,
            at,
            at,
            "COMPLETE",
            "1048000",
            "1048576",
            3,
            new Certificate.Rows(866, 864, 0, 0, 0, 0, 2),
            new TreeMap<>(),
            "00".repeat(32),
            "hand-set",
            14,
            "11".repeat(32),
            "signing-1");
    return new SignedCertificate(
        certificate,
        "{}",
        Sm3.parse("5c".repeat(32)),
        new Signature(new KeyId("signing", 1), "MEUC"));
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
