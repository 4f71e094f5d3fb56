package io.guiyi.registry.review;

import io.guiyi.matching.RecordRef;
import io.guiyi.matching.ReviewTrigger;
import io.guiyi.registry.review.ReviewCase.Closing;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The questions that wait for a steward. A record has at most one that is open. */
@Component
public class ReviewCases {

  /**
   * Closes and opens cases. A record may have its open case closed and another opened.
   *
   * @param closing why the open case of each of these records is closed; a record without one is
   *     passed over
   */
  public void write(
      StatelessSession session,
      Map<RecordRef, Closing> closing,
      Collection<ReviewCase> opened,
      Instant recordedAt) {
    Map<Closing, List<Long>> records =
        closing.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    TreeMap::new,
                    Collectors.mapping(e -> e.getKey().number(), Collectors.toList())));
    records.forEach((why, ids) -> close(session, why, ids, recordedAt));
    session.insertMultiple(opened.stream().map(ReviewCaseRow::new).toList());
  }

  private static void close(
      StatelessSession session, Closing why, List<Long> records, Instant recordedAt) {
    session
        .createNativeMutationQuery(
            """
            update review_case
            set standing = 'CLOSED', closed_at = :recordedAt, closing_reason = :why
            where standing = 'OPEN' and record_id = any(:records)\
            """)
        .setParameter("recordedAt", recordedAt)
        .setParameter("why", why.name())
        .setParameter("records", records.toArray(Long[]::new), Long[].class)
        .executeUpdate();
  }

  /** A steward has answered an open case. */
  public void answer(StatelessSession session, long id, long decision, Instant recordedAt) {
    session
        .createNativeMutationQuery(
            """
            update review_case
            set standing = 'CLOSED', closed_at = :recordedAt, closing_reason = 'ANSWERED',
                case_decision_id = :decision
            where standing = 'OPEN' and id = :id\
            """)
        .setParameter("recordedAt", recordedAt)
        .setParameter("decision", decision)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** A steward's decision has moved these records: what was asked about them is answered by it. */
  public void answerAbout(
      StatelessSession session, Collection<RecordRef> records, long decision, Instant recordedAt) {
    session
        .createNativeMutationQuery(
            """
            update review_case
            set standing = 'CLOSED', closed_at = :recordedAt, closing_reason = 'ANSWERED',
                case_decision_id = :decision
            where standing = 'OPEN' and record_id = any(:records)\
            """)
        .setParameter("recordedAt", recordedAt)
        .setParameter("decision", decision)
        .setParameter(
            "records", records.stream().map(RecordRef::number).toArray(Long[]::new), Long[].class)
        .executeUpdate();
  }

  /** The cases that a steward's decision answered, by number. */
  public List<ReviewCase> answeredBy(StatelessSession session, long decision) {
    return session
        .createNativeQuery(
            "select * from review_case where case_decision_id = :decision order by id",
            ReviewCaseRow.class)
        .setParameter("decision", decision)
        .getResultStream()
        .map(ReviewCaseRow::read)
        .toList();
  }

  /** The answer to a case is undone: it waits again, and any younger one about its record ends. */
  public void reopen(StatelessSession session, ReviewCase answered, Instant recordedAt) {
    close(session, Closing.SUPERSEDED, List.of(answered.record().number()), recordedAt);
    session
        .createNativeMutationQuery(
            """
            update review_case
            set standing = 'OPEN', closed_at = null, closing_reason = null, case_decision_id = null
            where id = :id\
            """)
        .setParameter("id", answered.id())
        .executeUpdate();
  }

  /** How many wait, by trigger. */
  public Map<ReviewTrigger, Long> openCounts(StatelessSession session) {
    Map<ReviewTrigger, Long> counts = new EnumMap<>(ReviewTrigger.class);
    session
        .createQuery(
            "select trigger, count(*) from ReviewCaseRow where standing = 'OPEN' group by trigger",
            Object[].class)
        .getResultList()
        .forEach(row -> counts.put(ReviewTrigger.valueOf((String) row[0]), (Long) row[1]));
    return counts;
  }

  /**
   * Those that wait, oldest first.
   *
   * @param trigger only these; null for all
   * @param after the number after which to go on; 0 to begin
   */
  public List<ReviewCase> openAfter(
      StatelessSession session, @Nullable ReviewTrigger trigger, long after, int limit) {
    return session
        .createQuery(
            "from ReviewCaseRow where standing = 'OPEN' and id > :after"
                + " and (:trigger is null or trigger = :trigger) order by id",
            ReviewCaseRow.class)
        .setParameter("after", after)
        .setParameter("trigger", trigger == null ? null : trigger.name(), String.class)
        .setMaxResults(limit)
        .getResultStream()
        .map(ReviewCaseRow::read)
        .toList();
  }

  /** The case of that number. */
  public Optional<ReviewCase> one(StatelessSession session, long id) {
    return Optional.ofNullable(session.get(ReviewCaseRow.class, id)).map(ReviewCaseRow::read);
  }

  /** How many wait. */
  public long openCount(StatelessSession session) {
    return session
        .createQuery("select count(*) from ReviewCaseRow where standing = 'OPEN'", Long.class)
        .getSingleResult();
  }

  /** Those that wait, oldest first, at most {@code limit}. */
  public List<ReviewCase> open(StatelessSession session, int limit) {
    return session
        .createQuery("from ReviewCaseRow where standing = 'OPEN' order by id", ReviewCaseRow.class)
        .setMaxResults(limit)
        .getResultStream()
        .map(ReviewCaseRow::read)
        .toList();
  }

  /** The case of that public id. */
  public Optional<ReviewCase> byPublicId(StatelessSession session, String publicId) {
    return session
        .createQuery("from ReviewCaseRow where publicId = :id", ReviewCaseRow.class)
        .setParameter("id", publicId)
        .uniqueResultOptional()
        .map(ReviewCaseRow::read);
  }

  /** All cases ever opened about a record, oldest first. */
  public List<ReviewCase> about(StatelessSession session, RecordRef record) {
    return session
        .createQuery("from ReviewCaseRow where recordId = :record order by id", ReviewCaseRow.class)
        .setParameter("record", record.number())
        .getResultStream()
        .map(ReviewCaseRow::read)
        .toList();
  }
}
