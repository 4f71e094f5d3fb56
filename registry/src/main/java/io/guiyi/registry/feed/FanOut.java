package io.guiyi.registry.feed;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.SurvivingValue;
import io.guiyi.registry.change.PersonChange;
import io.guiyi.registry.feed.FanOutPlan.Change;
import io.guiyi.registry.feed.FanOutPlan.Counter;
import io.guiyi.registry.feed.FanOutPlan.Follower;
import io.guiyi.registry.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns person changes into feed entries: reads the changes in order and, in one transaction per
 * page, plans who hears of them, appends the entries and moves the position.
 *
 * <p>The position's row is locked first, then the subscribers' in the order of names. Two hubs that
 * fan out at once therefore queue, and neither appends a change twice or leaves a gap in a feed.
 * Changes are visible in the order of their numbers, because only a leader appends them, one
 * transaction after the other.
 */
@Component
public final class FanOut {
  /** The most changes of one page. */
  public static final int MAX_CHANGES = 2_000;

  private static final String CHANGES =
      """
      select c.id, c.person_id, c.person_version, c.kind, c.recorded_at, v.standing,
             case when :opened then v.identity_sealed end as identity_sealed
      from person_change c
      join person_version v on v.person_id = c.person_id and v.version = c.person_version
      where c.id > :position
      order by c.id
      limit :limit
      """;

  private static final String FOLLOWERS =
      "select distinct subscriber, person_id from feed_entry where person_id = any(:persons)";

  private final Transactions transactions;
  private final Policies policies;
  private final LatelyOpened sealed;
  private final Clock clock;

  /** Opens persons with {@code sealed} where a policy asks for their age. */
  FanOut(Transactions transactions, Policies policies, LatelyOpened sealed, Clock clock) {
    this.transactions = transactions;
    this.policies = policies;
    this.sealed = sealed;
    this.clock = clock;
  }

  /**
   * Fans out the next changes.
   *
   * @param limit 1 to {@link #MAX_CHANGES} changes
   * @return how many changes were read; fewer than {@code limit} means that there are no more now
   */
  public int advance(int limit) {
    if (limit < 1 || limit > MAX_CHANGES) {
      throw new IllegalArgumentException(
          "%d changes cannot be fanned out at once; give 1 to %d".formatted(limit, MAX_CHANGES));
    }
    return transactions.inTransaction(session -> advance(session, limit));
  }

  /** How many changes wait to be fanned out. */
  public long waiting() {
    return transactions.inTransaction(session ->
        session
            .createNativeQuery(
                "select count(*) from person_change"
                    + " where id > (select change_id from fan_out_position where id = 1)",
                Long.class)
            .getSingleResult());
  }

  private int advance(StatelessSession session, int limit) {
    long position =
        session
            .createNativeQuery(
                "select change_id from fan_out_position where id = 1 for update", Long.class)
            .getSingleResult();
    List<SubscriberRow> subscribers =
        Subscribers.locked(session).stream().filter(row -> row.policyHash != null).toList();
    List<Counter> counters = subscribers.stream().map(row -> counter(session, row)).toList();
    List<Change> changes = changes(session, position, limit, counters);
    if (changes.isEmpty()) {
      return 0;
    }
    FanOutPlan plan = FanOutPlan.of(changes, counters, followers(session, changes));
    Instant now = clock.instant();
    session.insertMultiple(
        plan.entries().stream().map(entry -> new FeedEntryRow(entry, now)).toList());
    moveCounters(session, subscribers, plan.counters());
    session
        .createNativeMutationQuery("update fan_out_position set change_id = :last where id = 1")
        .setParameter("last", changes.getLast().id())
        .executeUpdate();
    return changes.size();
  }

  private Counter counter(StatelessSession session, SubscriberRow row) {
    String hash = Objects.requireNonNull(row.policyHash);
    return new Counter(policies.get(session, hash), hash, row.nextSequence);
  }

  /** Birth dates are opened only if somebody's policy asks for an age. */
  private List<Change> changes(
      StatelessSession session, long position, int limit, List<Counter> counters) {
    boolean opened = counters.stream().anyMatch(counter -> counter.policy().ages() != null);
    return session
        .createNativeQuery(CHANGES, Object[].class)
        .addScalar("id", Long.class)
        .addScalar("person_id", Long.class)
        .addScalar("person_version", Integer.class)
        .addScalar("kind", String.class)
        .addScalar("recorded_at", Instant.class)
        .addScalar("standing", String.class)
        .addScalar("identity_sealed", byte[].class)
        .setParameter("opened", opened)
        .setParameter("position", position)
        .setParameter("limit", limit)
        .getResultList()
        .stream()
        .map(this::change)
        .toList();
  }

  private Change change(Object[] row) {
    long person = (Long) row[1];
    int version = (Integer) row[2];
    return new Change(
        (Long) row[0],
        person,
        version,
        PersonChange.Kind.valueOf((String) row[3]),
        Person.Standing.valueOf((String) row[5]),
        row[6] == null ? null : birthDate(person, version, (byte[]) row[6]),
        (Instant) row[4]);
  }

  private @Nullable PartialDate birthDate(long person, int version, byte[] envelope) {
    SurvivingValue value =
        sealed
            .open(new PersonRef(person), version, PersonField.Sensitivity.IDENTITY, envelope)
            .values()
            .get(PersonField.BIRTH_DATE);
    return value == null ? null : PartialDate.parse(value.value()).toOptional().orElse(null);
  }

  private static Set<Follower> followers(StatelessSession session, List<Change> changes) {
    Long[] ended =
        changes.stream()
            .filter(change -> change.standing() != Person.Standing.ACTIVE)
            .map(Change::personNumber)
            .distinct()
            .toArray(Long[]::new);
    if (ended.length == 0) {
      return Set.of();
    }
    return session
        .createNativeQuery(FOLLOWERS, Object[].class)
        .addScalar("subscriber", String.class)
        .addScalar("person_id", Long.class)
        .setParameter("persons", ended, Long[].class)
        .getResultList()
        .stream()
        .map(row -> new Follower((String) row[0], (Long) row[1]))
        .collect(Collectors.toSet());
  }

  private static void moveCounters(
      StatelessSession session, List<SubscriberRow> subscribers, List<Counter> counters) {
    for (int i = 0; i < subscribers.size(); i++) {
      subscribers.get(i).nextSequence = counters.get(i).nextSequence();
    }
    session.updateMultiple(subscribers);
  }
}
