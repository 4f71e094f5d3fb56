package io.guiyi.console;

import io.guiyi.records.QuarantineReason;
import io.guiyi.registry.certificate.Certificate;
import io.guiyi.registry.certificate.SignedCertificate;
import io.guiyi.registry.intake.KnownDelivery;
import io.guiyi.registry.intake.PullSummary;
import io.guiyi.registry.intake.QuarantineDay;
import io.guiyi.registry.status.SourceHistories;
import io.guiyi.registry.status.SourceHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of one source shows.
 *
 * @param line the same as on the status page
 * @param days the days of the quarantine, the latest first
 * @param held a line for each reason, with a count for each of the days
 * @param alarms its alarms, latest first
 * @param deliveries complete deliveries that wait for the operator
 * @param pulls its pulls, latest first
 * @param certificates its certificates, latest first
 */
public record SourceView(
    StatusView.SourceLine line,
    List<LocalDate> days,
    List<HeldLine> held,
    List<AlarmLine> alarms,
    List<KnownDelivery> deliveries,
    List<PullLine> pulls,
    List<CertificateLine> certificates) {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /**
   * Rows held for one reason.
   *
   * @param reason why
   * @param rows how many came on each of the view's days
   */
  public record HeldLine(QuarantineReason reason, List<Long> rows) {
    /** Copies the list. */
    public HeldLine {
      rows = List.copyOf(rows);
    }

    /** Over all days shown. */
    public long sum() {
      return rows.stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * A pull.
   *
   * @param pull what it was and brought
   * @param started when it began, in Shanghai
   * @param seconds how long it took; null while it runs
   */
  public record PullLine(PullSummary pull, LocalDateTime started, @Nullable Long seconds) {}

  /**
   * A certificate.
   *
   * @param certificate what it says
   * @param signed when it was signed, in Shanghai
   * @param sm3 its digest
   */
  public record CertificateLine(Certificate certificate, LocalDateTime signed, String sm3) {}

  /** Copies the lists. */
  public SourceView {
    days = List.copyOf(days);
    held = List.copyOf(held);
    alarms = List.copyOf(alarms);
    deliveries = List.copyOf(deliveries);
    pulls = List.copyOf(pulls);
    certificates = List.copyOf(certificates);
  }

  /** The view of one moment. */
  static SourceView of(StatusView.SourceLine line, SourceHistory history, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, SHANGHAI);
    List<LocalDate> days =
        IntStream.range(0, SourceHistories.DAYS).mapToObj(today::minusDays).toList();
    return new SourceView(
        line,
        days,
        held(history.quarantine(), days),
        history.alarms().stream().map(alarm -> AlarmLine.of(alarm, now)).toList(),
        history.held(),
        history.pulls().stream().map(SourceView::line).toList(),
        history.certificates().stream().map(SourceView::line).toList());
  }

  private static List<HeldLine> held(List<QuarantineDay> counts, List<LocalDate> days) {
    Map<QuarantineReason, Map<LocalDate, Long>> reasons =
        counts.stream()
            .collect(
                Collectors.groupingBy(
                    QuarantineDay::reason,
                    TreeMap::new,
                    Collectors.groupingBy(
                        QuarantineDay::day, Collectors.summingLong(QuarantineDay::rows))));
    return reasons.entrySet().stream()
        .map(reason ->
            new HeldLine(
                reason.getKey(),
                days.stream().map(day -> reason.getValue().getOrDefault(day, 0L)).toList()))
        .toList();
  }

  private static PullLine line(PullSummary pull) {
    Instant finished = pull.finished();
    return new PullLine(
        pull,
        local(pull.started()),
        finished == null
            ? null
            : (Long) Math.max(0, Duration.between(pull.started(), finished).toSeconds()));
  }

  private static CertificateLine line(SignedCertificate signed) {
    return new CertificateLine(
        signed.certificate(), local(signed.certificate().signed()), signed.digest());
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, SHANGHAI).truncatedTo(ChronoUnit.SECONDS);
  }

  /** How many rows came on each day, whatever the reason. */
  public List<Long> heldByDay() {
    return IntStream.range(0, days.size())
        .mapToObj(day -> held.stream().mapToLong(line -> line.rows().get(day)).sum())
        .toList();
  }
}
