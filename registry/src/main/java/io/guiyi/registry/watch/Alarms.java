package io.guiyi.registry.watch;

import io.guiyi.records.SourceId;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.leadership.LeadershipTerm;
import io.guiyi.registry.store.Numbers;
import io.guiyi.registry.store.RegisterJson;
import io.guiyi.registry.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The alarms: each is raised once, stays raised while it is found again, and is cleared when it is
 * not. All methods that change one join the caller's transaction. For many threads; raised and
 * cleared by the leader alone.
 */
@Component
public final class Alarms {
  /** The most alarms of one kind that a source can have open; further findings wait. */
  public static final int MAX_OPEN = 50;

  /** The most alarms one listing gives. */
  public static final int MAX_LISTED = 500;

  /** The longest reason an operator can give, in characters. */
  public static final int MAX_WHY = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

  private final Transactions transactions;
  private final LeadershipTerm leadership;
  private final SourceProfiles profiles;
  private final AuditLog audit;
  private final Clock clock;

  /** Alarms on the register of {@code transactions}. */
  public Alarms(
      Transactions transactions,
      LeadershipTerm leadership,
      SourceProfiles profiles,
      AuditLog audit,
      Clock clock) {
    this.transactions = transactions;
    this.leadership = leadership;
    this.profiles = profiles;
    this.audit = audit;
    this.clock = clock;
  }

  /** Raises an alarm, or keeps it raised with the latest detail. */
  public void raise(SourceId source, AlarmKind kind, Finding finding) {
    transactions.runInTransaction(session -> raise(session, source, kind, finding));
  }

  /** Clears an alarm that is no longer found to hold; does nothing if it is not raised. */
  public void clear(SourceId source, AlarmKind kind, String subject) {
    transactions.runInTransaction(session ->
        open(session, source, kind).stream()
            .filter(row -> row.subject.equals(subject))
            .forEach(row -> clear(session, row)));
  }

  /** Has exactly these findings raised of a kind, and clears the others. */
  public void settle(SourceId source, AlarmKind kind, List<Finding> findings) {
    settle(source, kind, findings, _ -> true);
  }

  /** The same among the alarms whose subject is one of {@code scope}; others stay as they are. */
  void settle(SourceId source, AlarmKind kind, List<Finding> findings, Predicate<String> scope) {
    transactions.runInTransaction(session -> {
      List<Finding> bounded = findings.stream().limit(MAX_OPEN).toList();
      for (AlarmRow row : open(session, source, kind)) {
        if (scope.test(row.subject)
            && bounded.stream().noneMatch(finding -> finding.subject().equals(row.subject))) {
          clear(session, row);
        }
      }
      bounded.forEach(finding -> raise(session, source, kind, finding));
    });
  }

  private void raise(StatelessSession session, SourceId source, AlarmKind kind, Finding finding) {
    Optional<AlarmRow> raised =
        open(session, source, kind).stream()
            .filter(row -> row.subject.equals(finding.subject()))
            .findFirst();
    if (raised.isPresent()) {
      AlarmRow row = raised.get();
      row.seenAt = now();
      row.detail = finding.detail();
      session.update(row);
      return;
    }
    long id = Numbers.one(session, Numbers.Sequence.ALARM);
    session.insert(new AlarmRow(id, source, kind, finding, now()));
    LOG.warn("alarm {} for {}: {} {} {}", id, source, kind, finding.subject(), finding.detail());
  }

  private void clear(StatelessSession session, AlarmRow row) {
    row.clearedAt = now();
    session.update(row);
    LOG.info("alarm {} for {} is over: {} {}", row.id, row.source, row.kind, row.subject);
  }

  private static List<AlarmRow> open(StatelessSession session, SourceId source, AlarmKind kind) {
    return session
        .createSelectionQuery(
            "from AlarmRow where source = :source and kind = :kind and clearedAt is null"
                + " order by id",
            AlarmRow.class)
        .setParameter("source", source.name())
        .setParameter("kind", kind.name())
        .getResultList();
  }

  /**
   * Takes an operator's word. An alarm of drift is over with it, together with every other one of
   * drift of the source, since they speak of the same rows: what the source sends since is the new
   * normal. Any other alarm stays raised until its cause is gone, and is known to be looked after.
   *
   * @param id the alarm's number
   * @param who the operator's account
   * @param why 1 to {@value #MAX_WHY} characters, never a value of a person
   * @throws io.guiyi.registry.leadership.NoLongerLeader when another hub leads
   */
  public AcceptOutcome accept(long id, String who, String why) {
    if (why.isBlank() || why.length() > MAX_WHY) {
      throw new IllegalArgumentException(
          "a reason has 1 to %d characters, this one has %d".formatted(MAX_WHY, why.length()));
    }
    return transactions.inTransaction(session -> {
      leadership.verify();
      AlarmRow row = session.get(AlarmRow.class, id, LockMode.PESSIMISTIC_WRITE);
      if (row == null) {
        return new AcceptOutcome.Unknown();
      }
      if (!row.alarm().needsLookingAfter()) {
        return new AcceptOutcome.NothingToAccept(row.alarm());
      }
      SourceId source = new SourceId(row.source);
      say(session, row, who, why);
      if (AlarmKind.valueOf(row.kind).isDrift()) {
        clear(session, row);
        acceptOthers(session, source, who, why);
        if (row.pullId != null) {
          profiles.takeAsUsual(session, source, row.pullId);
        }
      }
      Map<String, Object> detail = new LinkedHashMap<>();
      detail.put("alarm", id);
      detail.put("subject", row.subject);
      detail.put("why", why);
      audit.append(who, "alarm.accepted", row.source + " " + row.kind, RegisterJson.text(detail));
      return new AcceptOutcome.Taken(row.alarm());
    });
  }

  private void acceptOthers(StatelessSession session, SourceId source, String who, String why) {
    for (AlarmKind kind : AlarmKind.values()) {
      if (kind.isDrift()) {
        for (AlarmRow other : open(session, source, kind)) {
          say(session, other, who, why);
          clear(session, other);
        }
      }
    }
  }

  private void say(StatelessSession session, AlarmRow row, String who, String why) {
    row.acceptedAt = now();
    row.acceptedBy = who;
    row.acceptedWhy = why;
    session.update(row);
  }

  /** Every open alarm of every source, the longest raised first; at most {@link #MAX_LISTED}. */
  public List<Alarm> open() {
    return transactions.inTransaction(session ->
        alarms(
            session
                .createSelectionQuery(
                    "from AlarmRow where clearedAt is null order by raisedAt, id", AlarmRow.class)
                .setMaxResults(MAX_LISTED)
                .getResultList()));
  }

  /**
   * The alarms of a source, open or over, latest first.
   *
   * @param before the number of the last one already listed; {@link Long#MAX_VALUE} for the
   *     beginning
   * @param limit 1 to {@link #MAX_LISTED}
   */
  public List<Alarm> ofSource(SourceId source, long before, int limit) {
    if (limit < 1 || limit > MAX_LISTED) {
      throw new IllegalArgumentException(
          "%d alarms cannot be listed at once; ask for 1 to %d".formatted(limit, MAX_LISTED));
    }
    return transactions.inTransaction(session ->
        alarms(
            session
                .createSelectionQuery(
                    "from AlarmRow where source = :source and id < :before order by id desc",
                    AlarmRow.class)
                .setParameter("source", source.name())
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList()));
  }

  private static List<Alarm> alarms(List<AlarmRow> rows) {
    return rows.stream().map(AlarmRow::alarm).toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
