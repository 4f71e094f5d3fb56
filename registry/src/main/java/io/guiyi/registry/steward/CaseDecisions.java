package io.guiyi.registry.steward;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.store.RegisterJson;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what stewards decided. Every method works in the transaction of the session it is given.
 */
@Component
class CaseDecisions {
  private static final String LINES =
      """
      select d.id, d.kind, c.public_id, d.author, d.reason, d.recorded_at, d.undoes,
             (select u.id from case_decision u where u.undoes = d.id) as undone_by
      from case_decision d left join review_case c on c.id = d.case_id
      where %s
      """;

  /** The most decisions of one answer. */
  static final int LINES_MAX = 200;

  /**
   * A decision to be kept.
   *
   * @param question the number of the case that it answers; null if none
   */
  record Kept(
      long number,
      Verdict.Kind kind,
      @Nullable Long question,
      String author,
      String reason,
      Seen seen,
      Touched touched,
      @Nullable Long undoes) {}

  /** Appends a decision, with what it is found by. */
  void append(
      StatelessSession session,
      Kept kept,
      Collection<PersonRef> persons,
      Collection<RecordRef> records,
      Instant recordedAt) {
    CaseDecisionRow row = new CaseDecisionRow();
    row.id = kept.number();
    row.kind = kept.kind().name();
    row.caseId = kept.question();
    row.author = kept.author();
    row.reason = kept.reason();
    row.seen = kept.seen().text();
    row.touched = RegisterJson.text(kept.touched());
    row.undoes = kept.undoes();
    row.recordedAt = recordedAt;
    session.insert(row);
    index(session, "record", kept.number(), records.stream().map(RecordRef::number).toList());
    index(session, "person", kept.number(), persons.stream().map(PersonRef::number).toList());
  }

  private static void index(
      StatelessSession session, String what, long decision, Collection<Long> numbers) {
    session
        .createNativeMutationQuery(
            "insert into case_decision_%1$s (decision_id, %1$s_id)".formatted(what)
                + " select :decision, n from unnest(cast(:numbers as bigint[])) n")
        .setParameter("decision", decision)
        .setParameter("numbers", numbers.stream().distinct().toArray(Long[]::new), Long[].class)
        .executeUpdate();
  }

  /** What the decision did. */
  Touched touched(StatelessSession session, long decision) {
    return RegisterJson.read(session.get(CaseDecisionRow.class, decision).touched, Touched.class);
  }

  /** The number of the case that a decision answers; empty if none, or if it is not known. */
  Optional<Long> question(StatelessSession session, long decision) {
    return Optional.ofNullable(session.get(CaseDecisionRow.class, decision)).map(row -> row.caseId);
  }

  Optional<CaseDecision> one(StatelessSession session, long number) {
    return read(session, query(session, "d.id = :id").setParameter("id", number)).stream()
        .findFirst();
  }

  /** The newest first. */
  List<CaseDecision> newest(StatelessSession session, int limit) {
    return read(
        session,
        query(session, "true order by d.id desc limit :limit").setParameter("limit", limit));
  }

  /** What was decided about a case, oldest first, with the undoing of it. */
  List<CaseDecision> about(StatelessSession session, long question) {
    return read(
        session,
        query(session, "d.case_id = :question order by d.id limit :limit")
            .setParameter("question", question)
            .setParameter("limit", LINES_MAX));
  }

  /**
   * What was decided about any of these and still stands, oldest first; no undoing.
   *
   * @param after only what was decided after the decision of this number; 0 for all
   */
  List<CaseDecision> standing(
      StatelessSession session,
      Collection<PersonRef> persons,
      Collection<RecordRef> records,
      long after) {
    return read(
        session,
        query(
                session,
                """
                d.undoes is null and d.id > :after
                  and not exists (select from case_decision u where u.undoes = d.id)
                  and d.id in (
                    select decision_id from case_decision_record where record_id = any(:records)
                    union
                    select decision_id from case_decision_person where person_id = any(:persons))
                order by d.id limit :limit\
                """)
            .setParameter("after", after)
            .setParameter(
                "records",
                records.stream().map(RecordRef::number).toArray(Long[]::new),
                Long[].class)
            .setParameter(
                "persons",
                persons.stream().map(PersonRef::number).toArray(Long[]::new),
                Long[].class)
            .setParameter("limit", LINES_MAX));
  }

  private static NativeQuery<Object[]> query(StatelessSession session, String condition) {
    return session
        .createNativeQuery(LINES.formatted(condition), Object[].class)
        .addScalar("id", Long.class)
        .addScalar("kind", String.class)
        .addScalar("public_id", String.class)
        .addScalar("author", String.class)
        .addScalar("reason", String.class)
        .addScalar("recorded_at", Instant.class)
        .addScalar("undoes", Long.class)
        .addScalar("undone_by", Long.class);
  }

  private static List<CaseDecision> read(StatelessSession session, NativeQuery<Object[]> query) {
    return query.getResultList().stream().map(row -> read(session, row)).toList();
  }

  private static CaseDecision read(StatelessSession session, Object[] row) {
    long number = (Long) row[0];
    return new CaseDecision(
        number,
        Verdict.Kind.valueOf((String) row[1]),
        (String) row[2],
        (String) row[3],
        (String) row[4],
        persons(session, number),
        records(session, number),
        (Instant) row[5],
        (Long) row[6],
        (Long) row[7]);
  }

  private static List<PersonId> persons(StatelessSession session, long decision) {
    return session
        .createNativeQuery(
            "select p.public_id from case_decision_person d join person p on p.id = d.person_id"
                + " where d.decision_id = :decision order by p.id",
            String.class)
        .setParameter("decision", decision)
        .getResultStream()
        .map(PersonId::new)
        .toList();
  }

  private static List<Long> records(StatelessSession session, long decision) {
    return session
        .createNativeQuery(
            "select record_id from case_decision_record where decision_id = :decision"
                + " order by record_id",
            Long.class)
        .setParameter("decision", decision)
        .getResultList();
  }
}
