package io.guiyi.registry.intake;

import io.guiyi.records.Delivery;
import io.guiyi.records.SourceId;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.leadership.LeadershipTerm;
import io.guiyi.registry.leadership.NoLongerLeader;
import io.guiyi.registry.record.SourceRecords;
import io.guiyi.registry.store.HashColumn;
import io.guiyi.registry.store.Numbers;
import io.guiyi.registry.store.RegisterJson;
import io.guiyi.registry.store.Transactions;
import io.guiyi.seal.LookupHash;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The complete deliveries that the register has met, each with its standing: {@code OPEN} or {@code
 * HELD} at first, then {@code DONE}, or what an operator says. A delivery is known by source, name,
 * version and announced rows, for ever: read again it is never held again. For many threads.
 */
@Component
public final class Deliveries {
  /** The most deliveries one listing gives. */
  public static final int MAX_LISTED = 500;

  /** The longest reason an operator can give, in characters. */
  public static final int MAX_WHY = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final String HUB = "hub";

  private final Transactions transactions;
  private final LeadershipTerm leadership;
  private final SourceRecords records;
  private final AuditLog audit;
  private final Clock clock;

  /** Admits by what is present among {@code records}. */
  public Deliveries(
      Transactions transactions,
      LeadershipTerm leadership,
      SourceRecords records,
      AuditLog audit,
      Clock clock) {
    this.transactions = transactions;
    this.leadership = leadership;
    this.records = records;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Decides whether the rows of a complete delivery may be applied; to be asked before its first
   * page in a pull is. Where the delivery is read from its beginning, what was noted about rows of
   * it held aside is forgotten: they will be seen again.
   *
   * @throws NoLongerLeader when another hub leads
   */
  public Admission admit(SourceId source, Delivery.Part part) {
    return transactions.inTransaction(session -> {
      leadership.verify();
      DeliveryRow row = find(session, source, part.delivery()).orElse(null);
      if (row == null) {
        row = meet(session, source, part.delivery());
      } else if (part.first()) {
        forgetAside(session, row.id);
      }
      return switch (row.standing()) {
        case OPEN, RELEASED, DONE -> new Admission.Open(row.id);
        case HELD -> new Admission.Held(row.id);
        case REFUSED -> new Admission.Refused(row.id);
      };
    });
  }

  private DeliveryRow meet(StatelessSession session, SourceId source, Delivery delivery) {
    long present = records.present(session, source);
    boolean held = shrinksTooFar(delivery.rows(), present, delivery.shrinkAtMost());
    DeliveryRow row =
        new DeliveryRow(
            Numbers.one(session, Numbers.Sequence.DELIVERY),
            source,
            delivery,
            stored(delivery),
            present,
            held ? DeliveryStanding.HELD : DeliveryStanding.OPEN,
            now());
    session.insert(row);
    if (held) {
      LOG.warn(
          "delivery {} of {} announces {} rows where {} records are present: held for the operator",
          delivery.name(),
          source,
          delivery.rows(),
          present);
      audit(HUB, "delivery.held", row, Map.of("rows", delivery.rows(), "present", present));
    }
    return row;
  }

  /**
   * Whether a delivery is smaller than its source lets it be: it announces fewer than {@code (1 -
   * shrinkAtMost) × present} rows.
   */
  static boolean shrinksTooFar(long rows, long present, double shrinkAtMost) {
    return rows < (1 - shrinkAtMost) * present;
  }

  /**
   * Lets the rows of a held delivery be applied; the next pull does it.
   *
   * @param number the delivery's number
   * @param who the operator's account
   * @param why 1 to {@value #MAX_WHY} characters, never a value of a person
   * @throws NoLongerLeader when another hub leads
   */
  public Ruling release(long number, String who, String why) {
    return rule(number, who, why, DeliveryStanding.RELEASED, "delivery.released");
  }

  /**
   * Has a held delivery passed over for ever.
   *
   * @param number the delivery's number
   * @param who the operator's account
   * @param why 1 to {@value #MAX_WHY} characters, never a value of a person
   * @throws NoLongerLeader when another hub leads
   */
  public Ruling refuse(long number, String who, String why) {
    return rule(number, who, why, DeliveryStanding.REFUSED, "delivery.refused");
  }

  private Ruling rule(
      long number, String who, String why, DeliveryStanding standing, String action) {
    if (why.isBlank() || why.length() > MAX_WHY) {
      throw new IllegalArgumentException(
          "a reason has 1 to %d characters, this one has %d".formatted(MAX_WHY, why.length()));
    }
    return transactions.inTransaction(session -> {
      leadership.verify();
      DeliveryRow row = session.get(DeliveryRow.class, number, LockMode.PESSIMISTIC_WRITE);
      if (row == null) {
        return new Ruling.Unknown();
      }
      if (row.standing() != DeliveryStanding.HELD) {
        return new Ruling.NotHeld(row.known());
      }
      row.standing = standing.name();
      row.ruledAt = now();
      row.ruledBy = who;
      row.ruledWhy = why;
      session.update(row);
      audit(who, action, row, Map.of("why", why));
      return new Ruling.Given(row.known());
    });
  }

  /**
   * The deliveries met, latest first.
   *
   * @param before the number of the last one already listed; {@link Long#MAX_VALUE} for the
   *     beginning
   * @param limit 1 to {@link #MAX_LISTED}
   */
  public List<KnownDelivery> list(long before, int limit) {
    if (limit < 1 || limit > MAX_LISTED) {
      throw new IllegalArgumentException(
          "%d deliveries cannot be listed at once; ask for 1 to %d".formatted(limit, MAX_LISTED));
    }
    return transactions.inTransaction(session ->
        session
            .createSelectionQuery(
                "from DeliveryRow where id < :before order by id desc", DeliveryRow.class)
            .setParameter("before", before)
            .setMaxResults(limit)
            .getResultList()
            .stream()
            .map(DeliveryRow::known)
            .toList());
  }

  /** The deliveries of a source that wait for the operator, latest first. */
  public List<KnownDelivery> held(SourceId source) {
    return transactions.inTransaction(session ->
        session
            .createSelectionQuery(
                "from DeliveryRow where source = :source and standing = 'HELD' order by id desc",
                DeliveryRow.class)
            .setParameter("source", source.name())
            .setMaxResults(MAX_LISTED)
            .getResultList()
            .stream()
            .map(DeliveryRow::known)
            .toList());
  }

  /** The newest delivery of a source that is done, by the version its rows carry. */
  public Optional<KnownDelivery> latestDone(SourceId source) {
    return transactions.inTransaction(session ->
        session
            .createSelectionQuery(
                "from DeliveryRow where source = :source and standing = 'DONE'"
                    + " order by changedAt desc, sequence desc, id desc",
                DeliveryRow.class)
            .setParameter("source", source.name())
            .setMaxResults(1)
            .getResultList()
            .stream()
            .findFirst()
            .map(DeliveryRow::known));
  }

  /**
   * The number of a delivery whose rows may be applied; in the transaction that applies them.
   *
   * @throws IllegalStateException when it was not admitted
   */
  public long admitted(StatelessSession session, SourceId source, Delivery delivery) {
    return find(session, source, delivery)
        .filter(row ->
            switch (row.standing()) {
              case OPEN, RELEASED, DONE -> true;
              case HELD, REFUSED -> false;
            })
        .map(row -> row.id)
        .orElseThrow(() ->
            new IllegalStateException(
                "delivery %s of %s was not admitted; ask Deliveries.admit before its first page"
                    .formatted(delivery.name(), source)));
  }

  /**
   * Notes whose rows of a delivery are held aside, in the transaction that does it.
   *
   * @param keys the keyed hashes of each row's key; empty for a row whose key could not be read
   */
  public void noteAside(StatelessSession session, long number, List<List<LookupHash>> keys) {
    for (List<LookupHash> key : keys) {
      if (key.isEmpty()) {
        noteAside(session, number, new byte[0]);
      }
      key.forEach(hash -> noteAside(session, number, HashColumn.bytes(hash)));
    }
  }

  private static void noteAside(StatelessSession session, long number, byte[] hash) {
    session
        .createNativeMutationQuery(
            "insert into delivery_aside values (:number, nullif(:hash, cast('' as bytea)))"
                + " on conflict do nothing")
        .setParameter("number", number)
        .setParameter("hash", hash)
        .executeUpdate();
  }

  private static void forgetAside(StatelessSession session, long number) {
    session
        .createNativeMutationQuery("delete from delivery_aside where delivery_id = :number")
        .setParameter("number", number)
        .executeUpdate();
  }

  /** Whether rows of a delivery are held aside of which not even the key could be read. */
  public boolean hasNamelessAside(StatelessSession session, long number) {
    return session
        .createNativeQuery(
            "select exists (select from delivery_aside"
                + " where delivery_id = :number and key_hash is null)",
            Boolean.class)
        .setParameter("number", number)
        .getSingleResult();
  }

  /**
   * Every row of a delivery is applied and what it left out dealt with; in the transaction of its
   * last page. Saying so again does nothing more.
   *
   * @param absencesKept whether what it left out was not withdrawn
   */
  public void done(StatelessSession session, long number, boolean absencesKept) {
    DeliveryRow row = session.get(DeliveryRow.class, number);
    if (row.standing() == DeliveryStanding.DONE) {
      return;
    }
    row.standing = DeliveryStanding.DONE.name();
    row.absencesKept = absencesKept;
    row.doneAt = now();
    session.update(row);
    if (absencesKept) {
      LOG.warn(
          "delivery {} of {} has rows whose key cannot be read: what it left out is not withdrawn",
          row.name,
          row.source);
    }
    audit(HUB, "delivery.done", row, Map.of("absencesKept", absencesKept));
  }

  private static Optional<DeliveryRow> find(
      StatelessSession session, SourceId source, Delivery delivery) {
    return session
        .createSelectionQuery(
            "from DeliveryRow where source = :source and name = :name and changedAt = :changedAt"
                + " and sequence = :sequence and rowsAnnounced = :rows",
            DeliveryRow.class)
        .setParameter("source", source.name())
        .setParameter("name", delivery.name())
        .setParameter("changedAt", stored(delivery))
        .setParameter("sequence", delivery.version().sequence())
        .setParameter("rows", delivery.rows())
        .uniqueResultOptional();
  }

  /** The database keeps microseconds. */
  private static Instant stored(Delivery delivery) {
    return delivery.version().changedAt().truncatedTo(ChronoUnit.MICROS);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void audit(String who, String action, DeliveryRow row, Map<String, Object> detail) {
    audit.append(
        who, action, row.source + " " + row.name, RegisterJson.text(new TreeMap<>(detail)));
  }
}
