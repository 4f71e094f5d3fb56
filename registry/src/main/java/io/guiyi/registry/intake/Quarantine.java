package io.guiyi.registry.intake;

import io.guiyi.records.IntakePage;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.registry.store.HashColumn;
import io.guiyi.registry.store.Numbers;
import io.guiyi.registry.store.Transactions;
import io.guiyi.seal.EnvelopePlace;
import io.guiyi.seal.Envelopes;
import io.guiyi.seal.KeyedHash;
import io.guiyi.seal.LookupHash;
import io.guiyi.seal.SensitivityClass;
import io.guiyi.seal.Sm3;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rows that could not be understood or applied, kept whole and sealed until they are replayed.
 * A row that is read again and again is held once for each reason. For many threads.
 */
@Component
public final class Quarantine {
  /** The most rows one listing gives. */
  public static final int MAX_LISTED = 500;

  private static final String KIND = "quarantined";
  private static final String TABLE = "quarantined";
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static final String DAYS =
      """
      select source, reason, cast(recorded_at at time zone 'Asia/Shanghai' as date) as came,
             count(*) as held
      from quarantined where resolved_at is null and recorded_at >= :since
      group by source, reason, came order by came desc, source, reason limit :limit
      """;

  private final Transactions transactions;
  private final Envelopes envelopes;
  private final KeyedHash hashes;
  private final Clock clock;

  /** Seals with {@code envelopes} and recognises contents by {@code hashes}. */
  public Quarantine(Transactions transactions, Envelopes envelopes, KeyedHash hashes, Clock clock) {
    this.transactions = transactions;
    this.envelopes = envelopes;
    this.hashes = hashes;
    this.clock = clock;
  }

  /** A row with its content's hashes, newest key first. */
  private record Hashed(Quarantined row, List<LookupHash> hashes) {
    HeldContent as(LookupHash hash) {
      return HeldContent.of(row.source(), row.reason(), row.field(), HashColumn.bytes(hash));
    }

    /** Under which number it is held; null if it is not. */
    @Nullable Long among(Map<HeldContent, Long> held) {
      return hashes.stream()
          .map(this::as)
          .map(held::get)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
  }

  /**
   * Holds rows aside, in the transaction that applies their page. A row that was held before and
   * has been resolved since is open again.
   *
   * @param page the page's number, already written
   * @param rows at most {@link IntakePage#MAX_ROWS}
   * @param delivery the number of the complete delivery they came with; null if with none
   * @return how many were not held before
   */
  public int store(long page, List<Quarantined> rows, @Nullable Long delivery) {
    if (rows.isEmpty()) {
      return 0;
    }
    StatelessSession session = Transactions.current();
    List<Hashed> hashed = rows.stream().map(this::hashed).toList();
    Map<HeldContent, Long> held = held(session, hashed);
    Map<HeldContent, Hashed> fresh = new LinkedHashMap<>();
    Set<Long> again = new TreeSet<>();
    for (Hashed row : hashed) {
      Long number = row.among(held);
      if (number == null) {
        fresh.putIfAbsent(row.as(row.hashes().getFirst()), row);
      } else {
        again.add(number);
      }
    }
    reopen(session, again);
    Numbers numbers = Numbers.of(session, Numbers.Sequence.QUARANTINED);
    Instant now = clock.instant();
    session.insertMultiple(
        fresh.values().stream()
            .map(row -> sealed(numbers.next(), page, row, delivery, now))
            .toList());
    return fresh.size();
  }

  private Hashed hashed(Quarantined row) {
    return new Hashed(row, hashes.hashes(KIND, Sm3.of(row.payload().toArray()).hex()));
  }

  private static Map<HeldContent, Long> held(StatelessSession session, List<Hashed> rows) {
    List<byte[]> wanted = new ArrayList<>();
    Set<String> sources = new HashSet<>();
    for (Hashed row : rows) {
      sources.add(row.row().source().name());
      row.hashes().forEach(hash -> wanted.add(HashColumn.bytes(hash)));
    }
    Map<HeldContent, Long> held = new HashMap<>();
    session
        .createSelectionQuery(
            "select id, source, reason, field, contentHash from QuarantinedRow"
                + " where source in :sources and contentHash in :hashes",
            Object[].class)
        .setParameterList("sources", sources)
        .setParameterList("hashes", wanted)
        .getResultList()
        .forEach(row ->
            held.put(
                HeldContent.of(
                    new SourceId((String) row[1]),
                    QuarantineReason.valueOf((String) row[2]),
                    (String) row[3],
                    (byte[]) row[4]),
                (Long) row[0]));
    return held;
  }

  private static void reopen(StatelessSession session, Collection<Long> numbers) {
    if (!numbers.isEmpty()) {
      session
          .createMutationQuery(
              "update QuarantinedRow set resolvedAt = null, resolvedPageId = null"
                  + " where id in :numbers and resolvedAt is not null")
          .setParameterList("numbers", numbers)
          .executeUpdate();
    }
  }

  private QuarantinedRow sealed(
      long number, long page, Hashed row, @Nullable Long delivery, Instant now) {
    byte[] payload = envelopes.seal(place(number), row.row().payload().toArray());
    byte[] hash = HashColumn.bytes(row.hashes().getFirst());
    return new QuarantinedRow(number, page, row.row(), hash, payload, delivery, now);
  }

  /**
   * Notes that rows were replayed and understood, in the transaction that applies them.
   *
   * @param page the number of the page that did, already written
   * @param numbers which rows, at most {@link IntakePage#MAX_ROWS}
   */
  public void resolve(long page, Collection<Long> numbers) {
    if (!numbers.isEmpty()) {
      Transactions.current()
          .createMutationQuery(
              "update QuarantinedRow set resolvedAt = :now, resolvedPageId = :page"
                  + " where id in :numbers")
          .setParameter("now", clock.instant())
          .setParameter("page", page)
          .setParameterList("numbers", numbers)
          .executeUpdate();
    }
  }

  /**
   * Notes that rows were replayed and refused once more, in the transaction that tries to apply
   * them: where the reason differs, they are held for the new one from now on. If the same content
   * is held for that reason already, under another number, that row stands for both.
   *
   * @param page the number of the page that tried, already written
   * @param refused why, by the number under which the row is held
   */
  public void refuseAgain(long page, Map<Long, Quarantined> refused) {
    StatelessSession session = Transactions.current();
    refused.forEach((number, why) -> {
      QuarantinedRow row = session.get(QuarantinedRow.class, number);
      boolean same = row.reason.equals(why.reason().name()) && row.field.equals(why.field());
      if (same && row.detail.equals(why.detail())) {
        return;
      }
      Hashed hashed = hashed(why);
      Long twin = same ? null : hashed.among(held(session, List.of(hashed)));
      if (twin != null) {
        resolve(page, List.of(number));
        reopen(session, List.of(twin));
        return;
      }
      row.reason = why.reason().name();
      row.field = why.field();
      row.detail = why.detail();
      session.update(row);
    });
  }

  /** How many rows are held and not resolved, by source and reason. */
  public List<QuarantineCount> counts() {
    return transactions.inTransaction(session ->
        session
            .createSelectionQuery(
                "select source, reason, count(*) from QuarantinedRow where resolvedAt is null"
                    + " group by source, reason order by source, reason",
                Object[].class)
            .getResultList()
            .stream()
            .map(row ->
                new QuarantineCount(
                    new SourceId((String) row[0]),
                    QuarantineReason.valueOf((String) row[1]),
                    (Long) row[2]))
            .toList());
  }

  /**
   * How many rows that are held and not resolved came on each day, by source, reason and day in
   * Asia/Shanghai; the latest day first.
   *
   * @param since no row that came before
   * @param limit 1 to {@link #MAX_LISTED}
   */
  public List<QuarantineDay> days(LocalDate since, int limit) {
    checkLimit(limit);
    return transactions.inTransaction(session ->
        session
            .createNativeQuery(DAYS, Object[].class)
            .addScalar("source", String.class)
            .addScalar("reason", String.class)
            .addScalar("came", LocalDate.class)
            .addScalar("held", Long.class)
            .setParameter("since", since.atStartOfDay(SHANGHAI).toInstant())
            .setParameter("limit", limit)
            .getResultList()
            .stream()
            .map(row ->
                new QuarantineDay(
                    new SourceId((String) row[0]),
                    QuarantineReason.valueOf((String) row[1]),
                    (LocalDate) row[2],
                    (Long) row[3]))
            .toList());
  }

  /**
   * Rows held and not resolved, oldest first.
   *
   * @param filter which
   * @param after the number of the last row already listed; 0 for the beginning
   * @param limit 1 to {@link #MAX_LISTED}
   */
  public List<HeldRow> list(QuarantineFilter filter, long after, int limit) {
    checkLimit(limit);
    return transactions.inTransaction(
        session -> rows(session, filter, after, limit).stream().map(QuarantinedRow::held).toList());
  }

  /**
   * The same rows with what replaying them takes.
   *
   * @param filter which
   * @param after the number of the last row already taken; 0 for the beginning
   * @param limit 1 to {@link #MAX_LISTED}
   */
  public List<ReplayRow> toReplay(QuarantineFilter filter, long after, int limit) {
    checkLimit(limit);
    return transactions.inTransaction(session ->
        rows(session, filter, after, limit).stream()
            .map(row ->
                new ReplayRow(
                    row.id,
                    new Position(row.position),
                    RawBytes.of(envelopes.open(place(row.id), row.payloadSealed)),
                    row.deliveryId != null))
            .toList());
  }

  private static List<QuarantinedRow> rows(
      StatelessSession session, QuarantineFilter filter, long after, int limit) {
    SelectionQuery<QuarantinedRow> query =
        session
            .createSelectionQuery(
                "from QuarantinedRow where resolvedAt is null and id > :after"
                    + filter.conditions()
                    + " order by id",
                QuarantinedRow.class)
            .setParameter("after", after)
            .setMaxResults(limit);
    filter.parameters().forEach(query::setParameter);
    return query.getResultList();
  }

  private static void checkLimit(int limit) {
    if (limit < 1 || limit > MAX_LISTED) {
      throw new IllegalArgumentException(
          "%d rows cannot be listed at once; ask for 1 to %d".formatted(limit, MAX_LISTED));
    }
  }

  /**
   * The row as it came, in clear: to replay it, or to show it to whoever may see it.
   *
   * @param id a number from {@link #list}
   */
  public Optional<RawBytes> open(long id) {
    return transactions.inTransaction(session ->
        Optional.ofNullable(session.get(QuarantinedRow.class, id))
            .map(row -> RawBytes.of(envelopes.open(place(id), row.payloadSealed))));
  }

  private static EnvelopePlace place(long id) {
    return new EnvelopePlace(TABLE, Long.toString(id), SensitivityClass.PAYLOAD);
  }
}
