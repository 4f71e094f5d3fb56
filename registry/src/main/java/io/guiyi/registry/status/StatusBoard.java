package io.guiyi.registry.status;

import io.guiyi.records.SourceId;
import io.guiyi.registry.feed.FanOut;
import io.guiyi.registry.feed.Subscribers;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.intake.Quarantine;
import io.guiyi.registry.intake.WriteBacks;
import io.guiyi.registry.status.RegisterStatus.Leader;
import io.guiyi.registry.store.Transactions;
import io.guiyi.registry.watch.Alarms;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the rooms how they stand. Counts rows, so ask every few seconds, not more. */
@Component
public final class StatusBoard {
  private final Transactions transactions;
  private final Pulls pulls;
  private final Quarantine quarantine;
  private final WriteBacks writeBacks;
  private final Subscribers subscribers;
  private final FanOut fanOut;
  private final SourceActivities activities;
  private final Alarms alarms;
  private final Clock clock;

  /** Asks these rooms. */
  public StatusBoard(
      Transactions transactions,
      Pulls pulls,
      Quarantine quarantine,
      WriteBacks writeBacks,
      Subscribers subscribers,
      FanOut fanOut,
      SourceActivities activities,
      Alarms alarms,
      Clock clock) {
    this.transactions = transactions;
    this.pulls = pulls;
    this.quarantine = quarantine;
    this.writeBacks = writeBacks;
    this.subscribers = subscribers;
    this.fanOut = fanOut;
    this.activities = activities;
    this.alarms = alarms;
    this.clock = clock;
  }

  /**
   * How the register stands now.
   *
   * @param sources the configured sources, in the order to show them
   */
  public RegisterStatus read(List<SourceId> sources) {
    return transactions.inTransaction(session ->
        new RegisterStatus(
            clock.instant(),
            count(session, "person where standing = 'ACTIVE'"),
            count(session, "source_record"),
            count(session, "review_case where standing = 'OPEN'"),
            pulls.total(),
            quarantine.counts(),
            sources.stream()
                .map(source ->
                    new RegisterStatus.Source(
                        pulls.freshness(source), writeBacks.waiting(source), activities.of(source)))
                .toList(),
            subscribers.positions(),
            fanOut.waiting(),
            leader(session),
            alarms.open()));
  }

  private static long count(StatelessSession session, String rows) {
    return session.createNativeQuery("select count(*) from " + rows, Long.class).getSingleResult();
  }

  private static @Nullable Leader leader(StatelessSession session) {
    return session
        .createNativeQuery("select term, holder, until from leader where id = 1", Object[].class)
        .addScalar("term", Long.class)
        .addScalar("holder", String.class)
        .addScalar("until", Instant.class)
        .uniqueResultOptional()
        .map(row -> new Leader((Long) row[0], (String) row[1], (Instant) row[2]))
        .orElse(null);
  }
}
