package io.guiyi.registry.status;

import io.guiyi.records.SourceId;
import io.guiyi.registry.certificate.Certificates;
import io.guiyi.registry.intake.Deliveries;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.intake.Quarantine;
import io.guiyi.registry.store.Transactions;
import io.guiyi.registry.watch.Alarms;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Asks what happened to a source. */
@Component
public final class SourceHistories {
  /** How many pulls, alarms and certificates a history holds at most, each. */
  public static final int LENGTH = 30;

  /** Over how many days rows held aside are shown. */
  public static final int DAYS = 14;

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final Transactions transactions;
  private final Pulls pulls;
  private final Quarantine quarantine;
  private final Alarms alarms;
  private final Deliveries deliveries;
  private final Certificates certificates;
  private final Clock clock;

  /** Asks these rooms. */
  public SourceHistories(
      Transactions transactions,
      Pulls pulls,
      Quarantine quarantine,
      Alarms alarms,
      Deliveries deliveries,
      Certificates certificates,
      Clock clock) {
    this.transactions = transactions;
    this.pulls = pulls;
    this.quarantine = quarantine;
    this.alarms = alarms;
    this.deliveries = deliveries;
    this.certificates = certificates;
    this.clock = clock;
  }

  /** The history of one source. */
  public SourceHistory of(SourceId source) {
    LocalDate since = LocalDate.ofInstant(clock.instant(), SHANGHAI).minusDays(DAYS - 1L);
    return transactions.inTransaction(_ ->
        new SourceHistory(
            pulls.history(source, LENGTH),
            quarantine.days(since, Quarantine.MAX_LISTED).stream()
                .filter(day -> day.source().equals(source))
                .toList(),
            alarms.ofSource(source, Long.MAX_VALUE, LENGTH),
            deliveries.held(source),
            certificates.list(source, Long.MAX_VALUE, LENGTH)));
  }
}
