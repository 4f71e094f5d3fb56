package io.guiyi.registry.feed;

import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.store.Transactions;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who receives, and under which policy now. For many threads. */
@Component
public final class Subscribers {
  private static final String ACTOR = "hub";
  private static final String ACTION = "policy.in-force";
  private static final String NONE = "none";

  private final Transactions transactions;
  private final AuditLog audit;
  private final Clock clock;

  /** Writes an audit entry for every policy that comes into force or ends. */
  public Subscribers(Transactions transactions, AuditLog audit, Clock clock) {
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Puts the configured policies in force, all at once. A policy whose content is new is appended;
   * a new subscriber starts with sequence 1 at the changes that are not fanned out yet. A
   * subscriber that is no longer configured keeps its entries and is told nothing more. Nothing is
   * written when nothing has changed.
   *
   * @param policies one for each subscriber
   * @return how many subscribers got another policy, or none
   */
  public int refresh(List<SharingPolicy> policies) {
    Map<String, SharingPolicy> wanted = new TreeMap<>();
    for (SharingPolicy policy : policies) {
      if (wanted.put(policy.subscriber(), policy) != null) {
        throw new IllegalArgumentException(
            "subscriber %s has two policies; give one".formatted(policy.subscriber()));
      }
    }
    return transactions.inTransaction(session -> refresh(session, wanted));
  }

  private int refresh(StatelessSession session, Map<String, SharingPolicy> wanted) {
    Map<String, SubscriberRow> rows = new TreeMap<>();
    locked(session).forEach(row -> rows.put(row.name, row));
    Set<String> names = new HashSet<>(rows.keySet());
    names.addAll(wanted.keySet());
    int changed = 0;
    for (String name : names.stream().sorted().toList()) {
      if (putInForce(session, name, rows.get(name), wanted.get(name))) {
        changed++;
      }
    }
    return changed;
  }

  private boolean putInForce(
      StatelessSession session,
      String name,
      @Nullable SubscriberRow row,
      @Nullable SharingPolicy policy) {
    String hash = policy == null ? null : policy.hash();
    if (row != null && Objects.equals(row.policyHash, hash)) {
      return false;
    }
    if (policy != null) {
      keep(session, policy);
    }
    if (row != null) {
      row.policyHash = hash;
      session.update(row);
    } else {
      session.insert(new SubscriberRow(name, Objects.requireNonNull(hash)));
    }
    audit.append(ACTOR, ACTION, name, hash == null ? NONE : hash);
    return true;
  }

  /** A policy that was in force before is kept already, under the same hash. */
  private void keep(StatelessSession session, SharingPolicy policy) {
    if (session.get(SharingPolicyRow.class, policy.hash()) == null) {
      session.insert(new SharingPolicyRow(policy, clock.instant()));
    }
  }

  /** How far every feed has come, by subscriber. */
  public List<FeedPosition> positions() {
    return transactions.inTransaction(session ->
        session
            .createSelectionQuery("from SubscriberRow order by name", SubscriberRow.class)
            .getResultList()
            .stream()
            .map(SubscriberRow::position)
            .toList());
  }

  /** All subscribers, their rows locked in the order of names: the one order, everywhere. */
  static List<SubscriberRow> locked(StatelessSession session) {
    return session
        .createSelectionQuery("from SubscriberRow order by name", SubscriberRow.class)
        .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
        .getResultList();
  }
}
