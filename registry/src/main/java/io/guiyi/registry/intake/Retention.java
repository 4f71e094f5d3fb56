package io.guiyi.registry.intake;

import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.leadership.LeadershipTerm;
import io.guiyi.registry.leadership.NoLongerLeader;
import io.guiyi.registry.store.RegisterJson;
import io.guiyi.registry.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Takes away what the books of intake need not keep any longer, in transactions of at most {@value
 * #ROWS} rows. The sums of pulls and sources stay right: they do not stand on the pages.
 *
 * <p>Nothing is taken to which anything else refers. Of each source, kind and outcome the latest
 * pull stays, because the status says when it was. Not for two threads.
 */
@Component
public final class Retention {
  /** The most rows of one transaction. */
  public static final int ROWS = 2_000;

  /** The most transactions that one sweep spends on one kind of thing; the next goes on. */
  public static final int STEPS = 50;

  private static final String QUARANTINED =
      """
      delete from quarantined where id in (
        select id from quarantined
        where resolved_at is null and recorded_at < :before order by id limit :rows)
      """;

  private static final String RESOLVED =
      """
      delete from quarantined where id in (
        select id from quarantined where resolved_at < :before order by id limit :rows)
      """;

  private static final String WRITE_BACKS =
      """
      delete from write_back where page_id in (
        select page_id from write_back where done_at < :before order by page_id limit :rows)
      """;

  private static final String PAGES =
      """
      delete from pull_page where id in (
        select p.id from pull_page p
        where p.recorded_at < :before and p.fresh + p.changed + p.withdrawn + p.stale = 0
          and not exists (select from source_record_version v where v.page_id = p.id)
          and not exists (select from quarantined q where q.page_id = p.id)
          and not exists (select from quarantined q where q.resolved_page_id = p.id)
          and not exists (select from write_back w where w.page_id = p.id)
          and not exists (select from person_change c where c.page_id = p.id)
        order by p.id limit :rows)
      """;

  private static final String PULLS =
      """
      delete from pull where id in (
        select p.id from pull p
        where p.finished_at < :before and p.fresh + p.changed + p.withdrawn + p.stale = 0
          and not exists (select from pull_page g where g.pull_id = p.id)
          and exists (select from pull n where n.source = p.source and n.kind = p.kind
                      and n.outcome = p.outcome and n.id > p.id)
        order by p.id limit :rows)
      """;

  /** A version is superseded when a newer one came into force; a stale one, when it came. */
  private static final String PAYLOADS =
      """
      update source_record_version v set payload_sealed = null
      from source_record r
      where r.id = v.record_id and r.id > :after and r.id <= :through
        and v.version <> r.current_version and v.payload_sealed is not null
        and case when v.stale then v.recorded_at else (
              select min(n.recorded_at) from source_record_version n
              where n.record_id = v.record_id and n.version > v.version and not n.stale) end
            < :before
      """;

  private final Transactions transactions;
  private final LeadershipTerm leadership;
  private final AuditLog audit;
  private final Clock clock;
  private long recordsLookedAt;

  /** Sweeps by the time of {@code clock}. */
  public Retention(
      Transactions transactions, LeadershipTerm leadership, AuditLog audit, Clock clock) {
    this.transactions = transactions;
    this.leadership = leadership;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes away what its time is over for. A sweep is bounded; what it leaves, the next one takes.
   *
   * @throws NoLongerLeader when another hub leads; what was taken before stays so
   */
  public Sweep sweep(RetentionSettings settings) {
    Sweep sweep =
        new Sweep(
            deleted(QUARANTINED, settings.quarantined()),
            deleted(RESOLVED, settings.resolved()),
            deleted(WRITE_BACKS, settings.writeBacks()),
            deleted(PAGES, settings.pulls()),
            deleted(PULLS, settings.pulls()),
            payloads(settings.superseded()));
    if (!sweep.isEmpty()) {
      audit.append("hub", "retention.swept", "intake", RegisterJson.text(sweep));
    }
    return sweep;
  }

  private long deleted(String query, Duration kept) {
    long sum = 0;
    for (int step = 0; step < STEPS; step++) {
      int deleted = change(query, kept, Map.of("rows", ROWS));
      sum += deleted;
      if (deleted < ROWS) {
        break;
      }
    }
    return sum;
  }

  /** Looks at the next so many records, and begins anew behind the last. */
  private long payloads(Duration kept) {
    long last =
        transactions.inTransaction(session ->
            session
                .createNativeQuery("select coalesce(max(id), 0) from source_record", Long.class)
                .getSingleResult());
    long sum = 0;
    for (int step = 0; step < STEPS && recordsLookedAt < last; step++) {
      long through = recordsLookedAt + ROWS;
      sum += change(PAYLOADS, kept, Map.of("after", recordsLookedAt, "through", through));
      recordsLookedAt = through;
    }
    if (recordsLookedAt >= last) {
      recordsLookedAt = 0;
    }
    return sum;
  }

  private int change(String query, Duration kept, Map<String, ? extends Number> parameters) {
    return transactions.inTransaction(session -> {
      leadership.verify();
      var change =
          session
              .createNativeMutationQuery(query)
              .setParameter("before", clock.instant().minus(kept));
      parameters.forEach(change::setParameter);
      return change.executeUpdate();
    });
  }
}
