package io.guiyi.registry.decision;

import io.guiyi.matching.PairFact;
import io.guiyi.matching.RecordRef;
import io.guiyi.registry.store.Numbers;
import io.guiyi.registry.store.Numbers.Sequence;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

/**
 * Keeps what stewards said about pairs of records. Every method works in the transaction of the
 * session it is given.
 */
@Component
public class LinkFacts {

  /** Appends facts that a decision states. */
  public void append(
      StatelessSession session, Collection<PairFact> facts, long decision, Instant recordedAt) {
    Numbers numbers = Numbers.of(session, Sequence.LINK_FACT);
    session.insertMultiple(
        facts.stream()
            .map(fact -> new LinkFact(numbers.next(), fact, decision, recordedAt, null))
            .map(LinkFactRow::new)
            .toList());
  }

  /** Withdraws all facts that {@code decision} stated and that hold. */
  public void withdraw(StatelessSession session, long decision, long undo, Instant withdrawnAt) {
    session
        .createNativeMutationQuery(
            """
            update link_fact set withdrawn_by = :undo, withdrawn_at = :at
            where decision_id = :decision and withdrawn_by is null\
            """)
        .setParameter("undo", undo)
        .setParameter("at", withdrawnAt)
        .setParameter("decision", decision)
        .executeUpdate();
  }

  /** All facts that hold, in the order in which they were stated. */
  public List<LinkFact> standing(StatelessSession session) {
    return session
        .createQuery("from LinkFactRow where withdrawnBy is null order by id", LinkFactRow.class)
        .getResultStream()
        .map(LinkFactRow::read)
        .toList();
  }

  /** The facts that hold about any of {@code records}, in the order in which they were stated. */
  public List<LinkFact> about(StatelessSession session, Collection<RecordRef> records) {
    Long[] ids = records.stream().map(RecordRef::number).toArray(Long[]::new);
    return session
        .createNativeQuery(
            """
            select * from link_fact
            where withdrawn_by is null and (lower_record = any(:ids) or higher_record = any(:ids))
            order by id\
            """,
            LinkFactRow.class)
        .setParameter("ids", ids, Long[].class)
        .getResultStream()
        .map(LinkFactRow::read)
        .toList();
  }

  /** The facts that a decision stated and that hold, in the order in which they were stated. */
  public List<LinkFact> of(StatelessSession session, long decision) {
    return session
        .createQuery(
            "from LinkFactRow where decisionId = :decision and withdrawnBy is null order by id",
            LinkFactRow.class)
        .setParameter("decision", decision)
        .getResultStream()
        .map(LinkFactRow::read)
        .toList();
  }
}
