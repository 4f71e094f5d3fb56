package io.guiyi.registry.record;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.records.Conservation;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord.Presence;
import io.guiyi.records.SourceVersion;
import io.guiyi.records.statement.Statement;
import io.guiyi.registry.store.HashColumn;
import io.guiyi.registry.store.RegisterJson;
import io.guiyi.seal.EnvelopePlace;
import io.guiyi.seal.Envelopes;
import io.guiyi.seal.LookupHash;
import io.guiyi.seal.SensitivityClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.springframework.stereotype.Component;

/**
 * Source records, their versions and statements. Every method works in the transaction of the
 * session it is given, on all rows of a page at once.
 */
@Component
public class SourceRecords {
  private static final String TABLE = "source_record_version";

  private static final String HEADS =
      """
      select r.id, r.source, r.key_hash, r.current_version, r.versions, v.changed_at, v.sequence,
             v.content_hash, r.presence, r.standing, r.person_id, r.number_hash,
             r.name_birth_hash, r.sound_hash, r.contact_hash, r.recorded_at
      from source_record r
      join source_record_version v on v.record_id = r.id and v.version = r.current_version
      where %s
      """;

  private static final String SEALED =
      """
      select r.id, r.person_id, r.source, v.version, v.changed_at, v.canonical_sealed
      from source_record r join source_record_version v on v.record_id = r.id
      where %s
      """;

  private static final String VERSION =
      """
      select r.source, v.changed_at, v.canonical_sealed
      from source_record_version v join source_record r on r.id = v.record_id
      where v.record_id = :record and v.version = :version
      """;

  private static final String HISTORY =
      """
      select record_id, changed_at, sequence, content_hash from source_record_version
      where record_id = any(:records)
      """;

  private static final String ABSENT =
      """
      select r.id, v.version, v.canonical_sealed, v.payload_sealed
      from source_record r
      join source_record_version v on v.record_id = r.id and v.version = r.current_version
      where r.source = :source and r.presence = 'PRESENT' and r.id > :after
        and (v.changed_at, v.sequence) < (:changedAt, :sequence)
        and not exists (select from delivery_aside a
                        where a.delivery_id = :delivery and a.key_hash = r.key_hash)
      order by r.id limit :limit
      """;

  private static final String ABSENT_BEFORE =
      """
      select count(*) filter (where v.version = r.current_version),
             count(*) filter (where v.version <> r.current_version)
      from source_record_version v join source_record r on r.id = v.record_id
      where v.absent_from = :delivery
      """;

  private final Envelopes envelopes;

  SourceRecords(Envelopes envelopes) {
    this.envelopes = envelopes;
  }

  /** The heads that are held under any of {@code keys}, by the hash under which each is held. */
  public Map<LookupHash, RecordHead> heads(
      StatelessSession session, SourceId source, List<LookupHash> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    return heads(session, "r.source = :source and r.key_hash = any(:keys)")
        .setParameter("source", source.name())
        .setParameter("keys", HashColumn.bytes(keys), byte[][].class)
        .getResultList()
        .stream()
        .map(SourceRecords::head)
        .collect(Collectors.toMap(RecordHead::key, head -> head));
  }

  /** The heads of {@code records}, by number; of none that is not held. */
  public Map<RecordRef, RecordHead> heads(StatelessSession session, Collection<RecordRef> records) {
    if (records.isEmpty()) {
      return Map.of();
    }
    return heads(session, "r.id = any(:ids)")
        .setParameter("ids", numbers(records), Long[].class)
        .getResultList()
        .stream()
        .map(SourceRecords::head)
        .collect(Collectors.toMap(RecordHead::record, head -> head));
  }

  private static NativeQuery<Object[]> heads(StatelessSession session, String condition) {
    return session
        .createNativeQuery(HEADS.formatted(condition), Object[].class)
        .addScalar("id", Long.class)
        .addScalar("source", String.class)
        .addScalar("key_hash", byte[].class)
        .addScalar("current_version", Integer.class)
        .addScalar("versions", Integer.class)
        .addScalar("changed_at", Instant.class)
        .addScalar("sequence", Long.class)
        .addScalar("content_hash", byte[].class)
        .addScalar("presence", String.class)
        .addScalar("standing", String.class)
        .addScalar("person_id", Long.class)
        .addScalar("number_hash", byte[].class)
        .addScalar("name_birth_hash", byte[].class)
        .addScalar("sound_hash", byte[].class)
        .addScalar("contact_hash", byte[].class)
        .addScalar("recorded_at", Instant.class);
  }

  private static Long[] numbers(Collection<RecordRef> records) {
    return records.stream().map(RecordRef::number).toArray(Long[]::new);
  }

  private static RecordHead head(Object[] row) {
    return new RecordHead(
        new RecordRef((Long) row[0]),
        new SourceId((String) row[1]),
        HashColumn.hash((byte[]) row[2]),
        (Integer) row[3],
        (Integer) row[4],
        new SourceVersion((Instant) row[5], (Long) row[6]),
        HashColumn.hash((byte[]) row[7]),
        Presence.valueOf((String) row[8]),
        RecordStanding.valueOf((String) row[9]),
        row[10] == null ? null : new PersonRef((Long) row[10]),
        HashColumn.hashOrNull((byte[]) row[11]),
        HashColumn.hashOrNull((byte[]) row[12]),
        new FindingKeys(
            HashColumn.hashOrNull((byte[]) row[13]), HashColumn.hashOrNull((byte[]) row[14])),
        (Instant) row[15]);
  }

  /** The linked records of {@code persons}, in force and sealed, in the order of their numbers. */
  public List<SealedRecord> ofPersons(StatelessSession session, Collection<PersonRef> persons) {
    if (persons.isEmpty()) {
      return List.of();
    }
    Long[] ids = persons.stream().map(PersonRef::number).toArray(Long[]::new);
    return read(
        sealed(session, "r.person_id = any(:ids) order by r.id")
            .setParameter("ids", ids, Long[].class));
  }

  /**
   * A page of all linked records, in the order of their numbers.
   *
   * @param after the number after which to go on; 0 to begin
   */
  public List<SealedRecord> linkedAfter(StatelessSession session, RecordRef after, int limit) {
    return read(
        sealed(session, "r.person_id is not null and r.id > :after order by r.id limit :limit")
            .setParameter("after", after.number())
            .setParameter("limit", limit));
  }

  /**
   * A page of all records, those that wait included, in the order of their numbers.
   *
   * @param after the number after which to go on; 0 to begin
   */
  public List<SealedRecord> allAfter(StatelessSession session, RecordRef after, int limit) {
    return read(
        sealed(session, "r.id > :after order by r.id limit :limit")
            .setParameter("after", after.number())
            .setParameter("limit", limit));
  }

  /** The versions in force of {@code records}, sealed, in the order of their numbers. */
  public List<SealedRecord> inForce(StatelessSession session, Collection<RecordRef> records) {
    return records.isEmpty()
        ? List.of()
        : read(
            sealed(session, "r.id = any(:ids) order by r.id")
                .setParameter("ids", numbers(records), Long[].class));
  }

  /**
   * A page of the records that any applied page from {@code page} on has touched, or whose person
   * changed after {@code change} was appended, in the order of their numbers.
   */
  public List<SealedRecord> touchedSince(
      StatelessSession session, long page, long change, RecordRef after, int limit) {
    return read(
        sealed(
                session,
                """
                r.id > :after and (
                  exists (
                    select from source_record_version t
                    where t.record_id = r.id and t.page_id >= :page)
                  or r.id in (select e.record_id from link_event e where e.after_change >= :change))
                order by r.id limit :limit\
                """)
            .setParameter("page", page)
            .setParameter("change", change)
            .setParameter("after", after.number())
            .setParameter("limit", limit));
  }

  /** Of each of {@code records}, sealed, the versions before the one in force, so many at most. */
  public List<SealedRecord> former(
      StatelessSession session, Collection<RecordRef> records, int most) {
    return read(
        versions(
                session,
                """
                r.id = any(:ids) and v.version < r.current_version
                  and v.version >= r.current_version - :most\
                """)
            .setParameter("ids", numbers(records), Long[].class)
            .setParameter("most", most));
  }

  private static NativeQuery<Object[]> sealed(StatelessSession session, String condition) {
    return versions(session, "v.version = r.current_version and " + condition);
  }

  private static NativeQuery<Object[]> versions(StatelessSession session, String condition) {
    return session
        .createNativeQuery(SEALED.formatted(condition), Object[].class)
        .addScalar("id", Long.class)
        .addScalar("person_id", Long.class)
        .addScalar("source", String.class)
        .addScalar("version", Integer.class)
        .addScalar("changed_at", Instant.class)
        .addScalar("canonical_sealed", byte[].class);
  }

  private static List<SealedRecord> read(NativeQuery<Object[]> query) {
    return query.getResultList().stream()
        .map(row ->
            new SealedRecord(
                new RecordRef((Long) row[0]),
                row[1] == null ? null : new PersonRef((Long) row[1]),
                new SourceId((String) row[2]),
                (Integer) row[3],
                (Instant) row[4],
                (byte[]) row[5]))
        .toList();
  }

  /** Opens a record. */
  public HeldRecord open(SealedRecord sealed) {
    byte[] clear =
        envelopes.open(
            place(sealed.record(), sealed.version(), SensitivityClass.IDENTITY), sealed.envelope());
    return new HeldRecord(
        sealed.record(),
        sealed.source(),
        sealed.version(),
        sealed.changedAt(),
        RegisterJson.read(clear, RecordContent.class));
  }

  /** A version of a record, in force or not; empty if it is not held. */
  public Optional<HeldRecord> version(StatelessSession session, RecordRef record, int version) {
    return session
        .createNativeQuery(VERSION, Object[].class)
        .addScalar("source", String.class)
        .addScalar("changed_at", Instant.class)
        .addScalar("canonical_sealed", byte[].class)
        .setParameter("record", record.number())
        .setParameter("version", version)
        .uniqueResultOptional()
        .map(row -> opened(record, version, row));
  }

  private HeldRecord opened(RecordRef record, int version, Object[] row) {
    byte[] clear =
        envelopes.open(place(record, version, SensitivityClass.IDENTITY), (byte[]) row[2]);
    return new HeldRecord(
        record,
        new SourceId((String) row[0]),
        version,
        (Instant) row[1],
        RegisterJson.read(clear, RecordContent.class));
  }

  /** What is already in the history of {@code records}. */
  public Set<HistoryMark> history(StatelessSession session, Collection<RecordRef> records) {
    if (records.isEmpty()) {
      return Set.of();
    }
    Long[] ids = numbers(Set.copyOf(records));
    return session
        .createNativeQuery(HISTORY, Object[].class)
        .addScalar("record_id", Long.class)
        .addScalar("changed_at", Instant.class)
        .addScalar("sequence", Long.class)
        .addScalar("content_hash", byte[].class)
        .setParameter("records", ids, Long[].class)
        .getResultList()
        .stream()
        .map(row ->
            new HistoryMark(
                new RecordRef((Long) row[0]),
                new SourceVersion((Instant) row[1], (Long) row[2]),
                HashColumn.hash((byte[]) row[3])))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How many records of a source are present. */
  public long present(StatelessSession session, SourceId source) {
    return session
        .createNativeQuery(
            "select count(*) from source_record where source = :source and presence = 'PRESENT'",
            Long.class)
        .setParameter("source", source.name())
        .getSingleResult();
  }

  /**
   * Records of a source that a complete delivery left out: present with a version older than the
   * delivery's, and none of those whose rows of the delivery are held aside. In the order of their
   * numbers.
   *
   * @param delivery the register's number of the delivery
   * @param version the version that its rows carry
   * @param after the number after which to go on; 0 to begin
   */
  public List<AbsentRecord> absent(
      StatelessSession session,
      SourceId source,
      long delivery,
      SourceVersion version,
      RecordRef after,
      int limit) {
    return session
        .createNativeQuery(ABSENT, Object[].class)
        .addScalar("id", Long.class)
        .addScalar("version", Integer.class)
        .addScalar("canonical_sealed", byte[].class)
        .addScalar("payload_sealed", byte[].class)
        .setParameter("source", source.name())
        .setParameter("after", after.number())
        .setParameter("changedAt", version.changedAt())
        .setParameter("sequence", version.sequence())
        .setParameter("delivery", delivery)
        .setParameter("limit", limit)
        .getResultList()
        .parallelStream()
        .map(row ->
            absent(
                new RecordRef((Long) row[0]), (Integer) row[1], (byte[]) row[2], (byte[]) row[3]))
        .toList();
  }

  private AbsentRecord absent(RecordRef record, int version, byte[] canonical, byte[] payload) {
    byte[] content = envelopes.open(place(record, version, SensitivityClass.IDENTITY), canonical);
    byte[] row = envelopes.open(place(record, version, SensitivityClass.PAYLOAD), payload);
    return new AbsentRecord(
        record, RegisterJson.read(content, RecordContent.class), RawBytes.of(row));
  }

  /**
   * What a complete delivery has already withdrawn by leaving it out, as it is counted when the
   * delivery is read again: unchanged where that is still in force, stale where the source has
   * spoken since.
   */
  public Conservation absentBefore(StatelessSession session, long delivery) {
    Object[] counts =
        session
            .createNativeQuery(ABSENT_BEFORE, Object[].class)
            .setParameter("delivery", delivery)
            .getSingleResult();
    return new Conservation(0, 0, (Long) counts[0], 0, (Long) counts[1], 0);
  }

  /** Appends records seen for the first time, and replaces the heads of those held. */
  public void write(StatelessSession session, List<RecordHead> fresh, List<RecordHead> moved) {
    session.insertMultiple(fresh.stream().map(SourceRecordRow::new).toList());
    session.updateMultiple(moved.stream().map(SourceRecordRow::new).toList());
  }

  /** Seals and appends versions, and their statements. */
  public void append(StatelessSession session, List<NewVersion> versions) {
    // Sealing is half of the work of a page; rows do not depend on one another.
    session.insertMultiple(versions.parallelStream().map(this::seal).toList());
    List<StatementRow> statements = new ArrayList<>();
    for (NewVersion version : versions) {
      int ordinal = 0;
      for (Statement statement : version.content().what()) {
        statements.add(new StatementRow(version, ++ordinal, statement));
      }
    }
    session.insertMultiple(statements);
  }

  private SourceRecordVersionRow seal(NewVersion version) {
    return new SourceRecordVersionRow(
        version,
        envelopes.seal(
            place(version.record(), version.version(), SensitivityClass.IDENTITY),
            version.canonical()),
        envelopes.seal(
            place(version.record(), version.version(), SensitivityClass.PAYLOAD),
            version.payload().toArray()));
  }

  private static EnvelopePlace place(RecordRef record, int version, SensitivityClass sensitivity) {
    return new EnvelopePlace(TABLE, record.number() + "." + version, sensitivity);
  }

  /** How many records stand where. */
  public Map<RecordStanding, Long> counts(StatelessSession session) {
    Map<RecordStanding, Long> counts = new HashMap<>();
    session
        .createQuery(
            "select standing, count(*) from SourceRecordRow group by standing", Object[].class)
        .getResultList()
        .forEach(row -> counts.put(RecordStanding.valueOf((String) row[0]), (Long) row[1]));
    return counts;
  }
}
