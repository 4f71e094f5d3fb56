package io.guiyi.registry.status;

import io.guiyi.records.Conservation;
import io.guiyi.records.SourceId;
import io.guiyi.registry.certificate.Certificates;
import io.guiyi.registry.intake.Deliveries;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.status.SourceActivity.LastCertificate;
import io.guiyi.registry.store.Transactions;
import io.guiyi.registry.watch.SourceWatch;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

/** Asks what came in of a source lately. */
@Component
public final class SourceActivities {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final Transactions transactions;
  private final SourceWatch watch;
  private final Pulls pulls;
  private final Deliveries deliveries;
  private final Certificates certificates;
  private final Clock clock;

  /** Asks these rooms. */
  public SourceActivities(
      Transactions transactions,
      SourceWatch watch,
      Pulls pulls,
      Deliveries deliveries,
      Certificates certificates,
      Clock clock) {
    this.transactions = transactions;
    this.watch = watch;
    this.pulls = pulls;
    this.deliveries = deliveries;
    this.certificates = certificates;
    this.clock = clock;
  }

  /** What came in of a source lately. */
  public SourceActivity of(SourceId source) {
    return transactions.inTransaction(session ->
        new SourceActivity(
            watch.heard(source).news(),
            since(session, source, midnight()),
            lastPull(session, source),
            certificates
                .latest(source)
                .map(last ->
                    new LastCertificate(
                        last.certificate().number(),
                        last.certificate().outcome(),
                        last.certificate().signed(),
                        last.hash().hex()))
                .orElse(null),
            deliveries.held(source)));
  }

  private Instant midnight() {
    return clock.instant().atZone(SHANGHAI).truncatedTo(ChronoUnit.DAYS).toInstant();
  }

  private Conservation lastPull(StatelessSession session, SourceId source) {
    return session
        .createNativeQuery(
            "select id from pull where source = :source and finished_at is not null"
                + " order by id desc",
            Long.class)
        .setParameter("source", source.name())
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst()
        .map(pulls::ofPull)
        .orElse(Conservation.NONE);
  }

  private static Conservation since(StatelessSession session, SourceId source, Instant since) {
    Object[] sums =
        session
            .createNativeQuery(
                """
                select cast(coalesce(sum(fresh), 0) as bigint),
                       cast(coalesce(sum(changed), 0) as bigint),
                       cast(coalesce(sum(unchanged), 0) as bigint),
                       cast(coalesce(sum(withdrawn), 0) as bigint),
                       cast(coalesce(sum(stale), 0) as bigint),
                       cast(coalesce(sum(quarantined), 0) as bigint)
                from pull_page where source = :source and recorded_at >= :since
                """,
                Object[].class)
            .setParameter("source", source.name())
            .setParameter("since", since)
            .getSingleResult();
    return new Conservation(
        (Long) sums[0],
        (Long) sums[1],
        (Long) sums[2],
        (Long) sums[3],
        (Long) sums[4],
        (Long) sums[5]);
  }
}
