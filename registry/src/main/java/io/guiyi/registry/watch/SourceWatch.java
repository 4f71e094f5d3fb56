package io.guiyi.registry.watch;

import io.guiyi.records.Conservation;
import io.guiyi.records.PageProfile;
import io.guiyi.records.SourceId;
import io.guiyi.registry.intake.Deliveries;
import io.guiyi.registry.intake.KnownDelivery;
import io.guiyi.registry.intake.OpenWriteBacks;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.intake.WriteBacks;
import io.guiyi.registry.leadership.LeadershipTerm;
import io.guiyi.registry.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at a source after each of its pulls and in between, and settles its alarms. Only the leader
 * may: each look checks the term in its transaction. For many threads.
 */
@Component
public final class SourceWatch {
  /** The time over which the share of rows held aside is taken. */
  static final Duration DAY = Duration.ofDays(1);

  private final Transactions transactions;
  private final LeadershipTerm leadership;
  private final Alarms alarms;
  private final SourceProfiles profiles;
  private final Pulls pulls;
  private final Deliveries deliveries;
  private final WriteBacks writeBacks;
  private final WatchSettings settings;
  private final Clock clock;

  /** Watches by these settings. */
  public SourceWatch(
      Transactions transactions,
      LeadershipTerm leadership,
      Alarms alarms,
      SourceProfiles profiles,
      Pulls pulls,
      Deliveries deliveries,
      WriteBacks writeBacks,
      WatchSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.leadership = leadership;
    this.alarms = alarms;
    this.profiles = profiles;
    this.pulls = pulls;
    this.deliveries = deliveries;
    this.writeBacks = writeBacks;
    this.settings = settings;
    this.clock = clock;
  }

  /** How a pull failed. */
  public enum Failure {
    /** A delivery is not what its marker announces. */
    DELIVERY_DAMAGED,
    /** In another way that does not pass by itself. */
    LASTING
  }

  /**
   * Takes note of a pull that reached the end of what the source had.
   *
   * @param profile what its rows looked like, by what they were part of
   */
  public void completed(SourceId source, long pull, Map<ProfileKind, PageProfile> profile) {
    transactions.runInTransaction(session -> {
      leadership.verify();
      alarms.settle(source, AlarmKind.DELIVERY_DAMAGED, List.of());
      alarms.settle(source, AlarmKind.PULL_FAILING, List.of());
      if (hasNews(pulls.ofPull(pull))) {
        profile.forEach((kind, rows) -> {
          if (rows.rows() > 0) {
            judge(source, kind, pull, rows);
          }
        });
      }
    });
  }

  private static boolean hasNews(Conservation counts) {
    return counts.fresh() + counts.changed() + counts.withdrawn() > 0;
  }

  private void judge(SourceId source, ProfileKind kind, long pull, PageProfile rows) {
    Optional<SourceProfiles.Judged> judged = profiles.add(source, kind, pull, rows);
    if (judged.isEmpty()) {
      return;
    }
    long first = judged.get().firstPull();
    List<Drift> drifts = judged.get().drifts();
    alarms.settle(source, AlarmKind.COLUMN_ADDED, found(drifts, AlarmKind.COLUMN_ADDED, "", first));
    alarms.settle(
        source, AlarmKind.COLUMN_MISSING, found(drifts, AlarmKind.COLUMN_MISSING, "", first));
    String part = " · " + kind;
    alarms.settle(
        source,
        AlarmKind.VALUES_SHIFTED,
        found(drifts, AlarmKind.VALUES_SHIFTED, part, first),
        subject -> subject.endsWith(part));
  }

  private static List<Finding> found(List<Drift> drifts, AlarmKind kind, String part, long pull) {
    return drifts.stream()
        .filter(drift -> drift.kind() == kind)
        .map(drift -> new Finding(drift.column() + part, drift.figures(), pull))
        .toList();
  }

  /**
   * Takes note of a pull that failed.
   *
   * @param sentence what happened, for the operator; never a personal value
   */
  public void failed(SourceId source, long pull, Failure failure, String sentence) {
    transactions.runInTransaction(_ -> {
      leadership.verify();
      AlarmKind kind =
          switch (failure) {
            case DELIVERY_DAMAGED -> AlarmKind.DELIVERY_DAMAGED;
            case LASTING -> AlarmKind.PULL_FAILING;
          };
      alarms.raise(source, kind, new Finding("", sentence, pull));
    });
  }

  /**
   * Looks at what time brings.
   *
   * @param expected how often the source is to be heard of
   * @param resting why its circuit breaker gives it a rest; null if it does not
   */
  public void look(SourceId source, Expectation expected, @Nullable String resting) {
    transactions.runInTransaction(session -> {
      leadership.verify();
      Instant now = clock.instant();
      settle(source, AlarmKind.LATE, expected.late(heard(session, source), now));
      settle(source, AlarmKind.BREAKER_OPEN, Optional.ofNullable(resting).map(Finding::of));
      settle(source, AlarmKind.WRITE_BACK_FAILING, untold(writeBacks.waiting(source), now));
      settle(source, AlarmKind.QUARANTINE_HIGH, quarantine(session, source, now));
      settle(source, AlarmKind.ABSENCE_UNCERTAIN, uncertain(source));
      alarms.settle(source, AlarmKind.DELIVERY_HELD, held(source));
    });
  }

  private void settle(SourceId source, AlarmKind kind, Optional<Finding> finding) {
    alarms.settle(source, kind, finding.stream().toList());
  }

  /** When a source was last heard of. */
  public Expectation.Heard heard(SourceId source) {
    return transactions.inTransaction(session -> heard(session, source));
  }

  private static Expectation.Heard heard(StatelessSession session, SourceId source) {
    return new Expectation.Heard(
        instant(session, source, "select min(started_at) from pull where source = :source"),
        instant(
            session,
            source,
            "select max(finished_at) from pull where source = :source and id = (select max(id)"
                + " from pull where source = :source and outcome = 'COMPLETE')"),
        instant(
            session,
            source,
            "select max(recorded_at) from pull_page"
                + " where source = :source and fresh + changed + withdrawn > 0"));
  }

  private static @Nullable Instant instant(
      StatelessSession session, SourceId source, String query) {
    List<@Nullable Instant> found = new ArrayList<>();
    found.addAll(
        session
            .createNativeQuery(query, Instant.class)
            .setParameter("source", source.name())
            .getResultList());
    return found.getFirst();
  }

  private Optional<Finding> untold(OpenWriteBacks waiting, Instant now) {
    Instant since = waiting.oldest();
    return since == null || !since.plus(settings.writeBackWithin()).isBefore(now)
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                "%s; %d; %s"
                    .formatted(
                        Expectation.MINUTE.format(since.atZone(ZoneId.of("Asia/Shanghai"))),
                        waiting.pages(),
                        waiting.lastFailure() == null ? "" : waiting.lastFailure())));
  }

  private Optional<Finding> uncertain(SourceId source) {
    return deliveries
        .latestDone(source)
        .filter(KnownDelivery::absencesKept)
        .map(delivery -> Finding.of(delivery.name()));
  }

  private List<Finding> held(SourceId source) {
    return deliveries.held(source).stream()
        .map(delivery ->
            Finding.about(
                delivery.name(), "%d < %d".formatted(delivery.rows(), delivery.presentBefore())))
        .toList();
  }

  private Optional<Finding> quarantine(StatelessSession session, SourceId source, Instant now) {
    Object[] sums =
        session
            .createNativeQuery(
                "select cast(coalesce(sum(rows_read), 0) as bigint),"
                    + " cast(coalesce(sum(quarantined), 0) as bigint)"
                    + " from pull_page where source = :source and recorded_at > :since",
                Object[].class)
            .setParameter("source", source.name())
            .setParameter("since", now.minus(DAY))
            .getSingleResult();
    long read = (Long) sums[0];
    long aside = (Long) sums[1];
    return read >= settings.rowsNew() && aside > settings.quarantineShare() * read
        ? Optional.of(
            Finding.of(
                String.format(Locale.ROOT, "%d / %d = %.1f %%", aside, read, 100.0 * aside / read)))
        : Optional.empty();
  }
}
