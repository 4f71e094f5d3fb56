package io.guiyi.registry.feed;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.PersonField.Sensitivity;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.change.PersonChange;
import io.guiyi.registry.person.SealedValues;
import io.guiyi.registry.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

/**
 * Reads the feeds, with the values each subscriber may know, and keeps how far they were sent and
 * taken. For many threads; one at a time should send a feed, or its order is lost.
 *
 * <p>What an entry shows is what the policy it was appended under names, and never more than what
 * the policy in force names: a policy that was narrowed binds what still waits.
 */
@Component
public final class FeedEntries {
  /** The most entries of one reading. */
  public static final int MAX_ENTRIES = 1_000;

  private static final String ENTRIES =
      """
      select e.sequence, e.person_id, e.person_version, e.kind, e.policy_hash, c.recorded_at,
             p.public_id, v.standing, m.public_id as merged_into,
             v.identity_sealed, case when :contact then v.contact_sealed end as contact_sealed
      from feed_entry e
      join person_change c on c.id = e.change_id
      join person p on p.id = e.person_id
      join person_version v on v.person_id = e.person_id and v.version = e.person_version
      left join person m on m.id = v.merged_into
      where e.subscriber = :subscriber and e.sequence > :after
      order by e.sequence
      limit :limit
      """;

  private final Transactions transactions;
  private final Policies policies;
  private final LatelyOpened sealed;
  private final Clock clock;

  /** Opens persons with {@code sealed}. */
  FeedEntries(Transactions transactions, Policies policies, LatelyOpened sealed, Clock clock) {
    this.transactions = transactions;
    this.policies = policies;
    this.sealed = sealed;
    this.clock = clock;
  }

  /**
   * The next entries to send, in order.
   *
   * @param limit 1 to {@link #MAX_ENTRIES}
   * @return none for a subscriber that is not configured (any more)
   */
  public List<FeedEntry> unsent(String subscriber, int limit) {
    checkLimit(limit);
    return transactions.inTransaction(session -> {
      SubscriberRow row = session.get(SubscriberRow.class, subscriber);
      return row == null ? List.of() : read(session, row, row.sentThrough, limit);
    });
  }

  /**
   * The entries after a sequence, in order, sent or not; what it takes to pull a feed or to send it
   * again.
   *
   * @param after 0 for the beginning
   * @param limit 1 to {@link #MAX_ENTRIES}
   * @return none for a subscriber that is not configured (any more)
   */
  public List<FeedEntry> after(String subscriber, long after, int limit) {
    checkLimit(limit);
    return transactions.inTransaction(session -> {
      SubscriberRow row = session.get(SubscriberRow.class, subscriber);
      return row == null ? List.of() : read(session, row, after, limit);
    });
  }

  /**
   * Entries were handed over. Marking them again does nothing more.
   *
   * @param through the sequence of the last of them; every one before it was handed over too
   * @throws IllegalArgumentException when there is no such entry
   */
  public void markSent(String subscriber, long through) {
    transactions.runInTransaction(session -> {
      SubscriberRow row = locked(session, subscriber);
      if (through >= row.nextSequence) {
        throw new IllegalArgumentException(
            "feed %s has entries through %d, not %d; mark what was read from it"
                .formatted(subscriber, row.nextSequence - 1, through));
      }
      settle(session, row, Math.max(through, row.sentThrough), acknowledged(session, row));
    });
  }

  /**
   * The subscriber says that it has taken entries. Each step forward is appended to its
   * acknowledgements; saying so again, or less than before, does nothing more.
   *
   * <p>A fast subscriber may acknowledge an entry before {@link #markSent} is told of it. Such an
   * acknowledgement is kept and counts once the entry is marked sent; nobody has to repeat it.
   *
   * @param through the sequence of the last of them; beyond the last entry it means that one
   * @return through which sequence the feed counts as taken now, never past what was marked sent
   */
  public long acknowledge(String subscriber, long through) {
    return transactions.inTransaction(session -> {
      SubscriberRow row = locked(session, subscriber);
      long before = acknowledged(session, row);
      long now = Math.min(through, row.nextSequence - 1);
      if (now > before) {
        session.insert(new AcknowledgementRow(subscriber, now, clock.instant()));
      }
      settle(session, row, row.sentThrough, Math.max(before, now));
      return row.takenThrough;
    });
  }

  private static long acknowledged(StatelessSession session, SubscriberRow row) {
    return session
        .createSelectionQuery(
            "select coalesce(max(through), 0L) from AcknowledgementRow"
                + " where subscriber = :subscriber",
            Long.class)
        .setParameter("subscriber", row.name)
        .getSingleResult();
  }

  /** Moves the positions to where they belong, if they are not there. */
  private static void settle(
      StatelessSession session, SubscriberRow row, long sent, long acknowledged) {
    long taken = Math.min(sent, acknowledged);
    if (sent != row.sentThrough || taken != row.takenThrough) {
      row.sentThrough = sent;
      row.takenThrough = taken;
      session.update(row);
    }
  }

  private List<FeedEntry> read(
      StatelessSession session, SubscriberRow subscriber, long after, int limit) {
    if (subscriber.policyHash == null) {
      return List.of();
    }
    SharingPolicy inForce = policies.get(session, subscriber.policyHash);
    return session
        .createNativeQuery(ENTRIES, Object[].class)
        .addScalar("sequence", Long.class)
        .addScalar("person_id", Long.class)
        .addScalar("person_version", Integer.class)
        .addScalar("kind", String.class)
        .addScalar("policy_hash", String.class)
        .addScalar("recorded_at", Instant.class)
        .addScalar("public_id", String.class)
        .addScalar("standing", String.class)
        .addScalar("merged_into", String.class)
        .addScalar("identity_sealed", byte[].class)
        .addScalar("contact_sealed", byte[].class)
        .setParameter("contact", inForce.reaches(Sensitivity.CONTACT))
        .setParameter("subscriber", subscriber.name)
        .setParameter("after", after)
        .setParameter("limit", limit)
        .getResultList()
        .stream()
        .map(row -> entry(session, inForce, row))
        .toList();
  }

  private FeedEntry entry(StatelessSession session, SharingPolicy inForce, Object[] row) {
    SharingPolicy then = policies.get(session, (String) row[4]);
    PersonRef person = new PersonRef((Long) row[1]);
    int version = (Integer) row[2];
    SealedValues.Opened identity =
        sealed.open(person, version, Sensitivity.IDENTITY, (byte[]) row[9]);
    Map<PersonField, String> values = new EnumMap<>(PersonField.class);
    identity.values().forEach((field, value) -> values.put(field, value.value()));
    if (row[10] != null) {
      sealed
          .open(person, version, Sensitivity.CONTACT, (byte[]) row[10])
          .values()
          .forEach((field, value) -> values.put(field, value.value()));
    }
    return new FeedEntry(
        inForce.subscriber(),
        (Long) row[0],
        new PersonId((String) row[6]),
        version,
        PersonChange.Kind.valueOf((String) row[3]),
        Person.Standing.valueOf((String) row[7]),
        row[8] == null ? null : new PersonId((String) row[8]),
        (String) row[4],
        (Instant) row[5],
        inForce.project(then.project(values)),
        inForce.project(then.project(identity.relations())));
  }

  private static SubscriberRow locked(StatelessSession session, String subscriber) {
    SubscriberRow row = session.get(SubscriberRow.class, subscriber, LockMode.PESSIMISTIC_WRITE);
    if (row == null) {
      throw new IllegalArgumentException(
          "there is no subscriber %s; configure it first".formatted(subscriber));
    }
    return row;
  }

  private static void checkLimit(int limit) {
    if (limit < 1 || limit > MAX_ENTRIES) {
      throw new IllegalArgumentException(
          "%d entries cannot be read at once; ask for 1 to %d".formatted(limit, MAX_ENTRIES));
    }
  }
}
