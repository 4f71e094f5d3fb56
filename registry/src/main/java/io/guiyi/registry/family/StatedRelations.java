package io.guiyi.registry.family;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.Provenance;
import io.guiyi.records.SourceId;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.registry.store.HashColumn;
import io.guiyi.seal.LookupHash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps whom the rows in force name as relatives. Every method works in the transaction of the
 * session it is given, on all rows of a page at once.
 */
@Component
public class StatedRelations {
  /** So many rows that name one key are looked up again at once; those after them become due. */
  public static final int AGAIN_MAX = 20;

  /** The most due rows that are looked up again with one page. */
  public static final int DUE_MAX = 200;

  private static final String COLUMNS =
      """
      select s.record_id, s.ordinal, s.relation, s.since, s.number_hash, s.sound_hash,
             s.contact_hash, s.person_id, r.person_id as subject_id, r.source, v.version,
             v.changed_at
      """;

  private static final String JOINS =
      """
      join source_record r on r.id = s.record_id
      join source_record_version v on v.record_id = r.id and v.version = r.current_version
      """;

  private static final String OF_RECORDS =
      COLUMNS + "from stated_relation s " + JOINS + "where s.record_id = any(:records)";

  private static final String AROUND =
      COLUMNS
          + """
          from (
            select t.* from stated_relation t join source_record o on o.id = t.record_id
            where o.person_id = any(:persons)
            union
            select t.* from stated_relation t where t.person_id = any(:persons)) s
          """
          + JOINS;

  /** One look into the index for each key, so that a key named by thousands costs no more. */
  private static final String NAMING =
      COLUMNS
          + """
          from unnest(cast(:hashes as bytea[])) h(hash)
          cross join lateral (
            select t.* from stated_relation t
            where t.%s = h.hash and t.record_id <> all(:moving)
            order by t.record_id, t.ordinal limit :limit) s
          """
          + JOINS
          + "order by s.record_id, s.ordinal";

  private static final String DUE =
      COLUMNS
          + """
          from (
            select t.* from stated_relation t where t.due and t.record_id <> all(:moving)
            order by t.record_id, t.ordinal limit :limit) s
          """
          + JOINS
          + "order by s.record_id, s.ordinal";

  private static final String MAKE_DUE =
      """
      update stated_relation set due = true
      where %s = :hash and not due and (record_id, ordinal) > (:record, :ordinal)
      """;

  private static final String ANSWER =
      """
      update stated_relation s set person_id = nullif(a.person, 0), due = false
      from unnest(cast(:records as bigint[]), cast(:ordinals as int[]), cast(:persons as bigint[]))
        a(record, ordinal, person)
      where s.record_id = a.record and s.ordinal = a.ordinal
      """;

  /** What the rows of {@code records} state. */
  public List<StatedRelation> ofRecords(StatelessSession session, Collection<RecordRef> records) {
    return records.isEmpty()
        ? List.of()
        : read(query(session, OF_RECORDS).setParameter("records", numbers(records), Long[].class));
  }

  /** What rows of {@code persons} state, and what rows of others state about them. */
  public List<StatedRelation> around(StatelessSession session, Collection<PersonRef> persons) {
    if (persons.isEmpty()) {
      return List.of();
    }
    Long[] ids = persons.stream().map(PersonRef::number).toArray(Long[]::new);
    return read(query(session, AROUND).setParameter("persons", ids, Long[].class));
  }

  /**
   * What is to be looked up again: the rows that name one of the keys, at most {@link #AGAIN_MAX}
   * for each, and at most {@link #DUE_MAX} of those that were too many before. What is too many now
   * is noted as due.
   *
   * @param moving records whose statements are replaced now, and so are left out
   */
  public List<StatedRelation> again(
      StatelessSession session, PersonKeys.Touched keys, Collection<RecordRef> moving) {
    Long[] left = numbers(moving);
    Set<StatedRelation> again = new LinkedHashSet<>();
    again.addAll(
        read(
            query(session, DUE)
                .setParameter("moving", left, Long[].class)
                .setParameter("limit", DUE_MAX)));
    again.addAll(naming(session, "number_hash", StatedRelative::number, keys.numbers(), left));
    again.addAll(naming(session, "contact_hash", StatedRelative::contact, keys.contacts(), left));
    return List.copyOf(again);
  }

  private static List<StatedRelation> naming(
      StatelessSession session,
      String column,
      Function<StatedRelative, @Nullable LookupHash> key,
      Collection<LookupHash> hashes,
      Long[] moving) {
    if (hashes.isEmpty()) {
      return List.of();
    }
    List<StatedRelation> found =
        read(
            query(session, NAMING.formatted(column))
                .setParameter("hashes", HashColumn.bytes(List.copyOf(hashes)), byte[][].class)
                .setParameter("moving", moving, Long[].class)
                .setParameter("limit", AGAIN_MAX + 1));
    List<StatedRelation> again = new ArrayList<>();
    found.stream()
        .collect(Collectors.groupingBy(one -> key.apply(one.relative())))
        .forEach((hash, naming) -> {
          again.addAll(naming.subList(0, Math.min(AGAIN_MAX, naming.size())));
          if (naming.size() > AGAIN_MAX) {
            makeDue(session, column, hash, naming.get(AGAIN_MAX - 1));
          }
        });
    return again;
  }

  private static void makeDue(
      StatelessSession session, String column, LookupHash hash, StatedRelation last) {
    session
        .createNativeMutationQuery(MAKE_DUE.formatted(column))
        .setParameter("hash", HashColumn.bytes(hash))
        .setParameter("record", last.row().record())
        .setParameter("ordinal", last.ordinal())
        .executeUpdate();
  }

  /** Whether there are rows to be looked up again. */
  public boolean isAnyDue(StatelessSession session) {
    return session
        .createNativeQuery("select exists (select from stated_relation where due)", Boolean.class)
        .getSingleResult();
  }

  /** Replaces all that the rows of {@code records} state. */
  public void replace(
      StatelessSession session, Collection<RecordRef> records, List<StatedRelation> stated) {
    if (!records.isEmpty()) {
      session
          .createNativeMutationQuery("delete from stated_relation where record_id = any(:records)")
          .setParameter("records", numbers(records), Long[].class)
          .executeUpdate();
    }
    session.insertMultiple(stated.stream().map(StatedRelationRow::new).toList());
  }

  /** Notes who was found for rows that were looked up again; they are due no more. */
  public void answer(StatelessSession session, List<StatedRelation> answered) {
    if (answered.isEmpty()) {
      return;
    }
    session
        .createNativeMutationQuery(ANSWER)
        .setParameter(
            "records",
            answered.stream().map(one -> one.row().record()).toArray(Long[]::new),
            Long[].class)
        .setParameter(
            "ordinals",
            answered.stream().map(StatedRelation::ordinal).toArray(Integer[]::new),
            Integer[].class)
        .setParameter(
            "persons",
            answered.stream().map(StatedRelations::foundOrNought).toArray(Long[]::new),
            Long[].class)
        .executeUpdate();
  }

  private static long foundOrNought(StatedRelation one) {
    PersonRef found = one.found();
    return found == null ? 0 : found.number();
  }

  private static Long[] numbers(Collection<RecordRef> records) {
    return records.stream().map(RecordRef::number).toArray(Long[]::new);
  }

  private static NativeQuery<Object[]> query(StatelessSession session, String sql) {
    return session
        .createNativeQuery(sql, Object[].class)
        .addScalar("record_id", Long.class)
        .addScalar("ordinal", Integer.class)
        .addScalar("relation", String.class)
        .addScalar("since", LocalDate.class)
        .addScalar("number_hash", byte[].class)
        .addScalar("sound_hash", byte[].class)
        .addScalar("contact_hash", byte[].class)
        .addScalar("person_id", Long.class)
        .addScalar("subject_id", Long.class)
        .addScalar("source", String.class)
        .addScalar("version", Integer.class)
        .addScalar("changed_at", Instant.class);
  }

  private static List<StatedRelation> read(NativeQuery<Object[]> query) {
    return query.getResultList().stream().map(StatedRelations::relation).toList();
  }

  private static StatedRelation relation(Object[] row) {
    return new StatedRelation(
        new Provenance(
            new SourceId((String) row[9]), (Long) row[0], (Integer) row[10], (Instant) row[11]),
        (Integer) row[1],
        person((Long) row[8]),
        new StatedRelative(
            GuardianClaim.Relation.valueOf((String) row[2]),
            (LocalDate) row[3],
            HashColumn.hashOrNull((byte[]) row[4]),
            HashColumn.hash((byte[]) row[5]),
            HashColumn.hashOrNull((byte[]) row[6])),
        person((Long) row[7]));
  }

  private static @Nullable PersonRef person(@Nullable Long number) {
    return number == null ? null : new PersonRef(number);
  }
}
