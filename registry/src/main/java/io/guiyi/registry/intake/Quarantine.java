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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
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

  /** What makes two held rows the same; the hash in hexadecimal digits. */
  private record Held(String source, String reason, String field, String hash) {}

  /** A row with its content's hashes, newest key first. */
  private record Hashed(Quarantined row, List<LookupHash> hashes) {
    LookupHash newest() {
      return hashes.getFirst();
    }

    boolean isAmong(Set<Held> held) {
      return hashes.stream().anyMatch(hash -> held.contains(held(hash)));
    }

    Held held(LookupHash hash) {
      return new Held(
          row.source().name(),
          row.reason().name(),
          row.field(),
          HexFormat.of().formatHex(HashColumn.bytes(hash)));
    }
  }

  /**
   * Holds rows aside, in the transaction that applies their page.
   *
   * @param page the page's number, already written
   * @param rows at most {@link IntakePage#MAX_ROWS}
   * @return how many were not held before
   */
  public int store(long page, List<Quarantined> rows) {
    if (rows.isEmpty()) {
      return 0;
    }
    StatelessSession session = Transactions.current();
    List<Hashed> hashed = rows.stream().map(this::hashed).toList();
    Set<Held> held = held(session, hashed);
    Map<Held, Hashed> fresh = new LinkedHashMap<>();
    hashed.stream()
        .filter(row -> !row.isAmong(held))
        .forEach(row -> fresh.putIfAbsent(row.held(row.newest()), row));
    Numbers numbers = Numbers.of(session, Numbers.Sequence.QUARANTINED);
    Instant now = clock.instant();
    session.insertMultiple(
        fresh.values().stream().map(row -> sealed(numbers.next(), page, row, now)).toList());
    return fresh.size();
  }

  private Hashed hashed(Quarantined row) {
    return new Hashed(row, hashes.hashes(KIND, Sm3.of(row.payload().toArray()).hex()));
  }

  private static Set<Held> held(StatelessSession session, List<Hashed> rows) {
    List<byte[]> wanted = new ArrayList<>();
    Set<String> sources = new HashSet<>();
    for (Hashed row : rows) {
      sources.add(row.row().source().name());
      row.hashes().forEach(hash -> wanted.add(HashColumn.bytes(hash)));
    }
    Set<Held> held = new HashSet<>();
    session
        .createSelectionQuery(
            "select source, reason, field, contentHash from QuarantinedRow"
                + " where source in :sources and contentHash in :hashes",
            Object[].class)
        .setParameterList("sources", sources)
        .setParameterList("hashes", wanted)
        .getResultList()
        .forEach(row ->
            held.add(
                new Held(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    HexFormat.of().formatHex((byte[]) row[3]))));
    return held;
  }

  private QuarantinedRow sealed(long number, long page, Hashed row, Instant now) {
    byte[] payload = envelopes.seal(place(number), row.row().payload().toArray());
    return new QuarantinedRow(
        number, page, row.row(), HashColumn.bytes(row.newest()), payload, now);
  }

  /** How many rows are held, by source and reason. */
  public List<QuarantineCount> counts() {
    return transactions.inTransaction(session ->
        session
            .createSelectionQuery(
                "select source, reason, count(*) from QuarantinedRow"
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
   * Rows held of a source, oldest first.
   *
   * @param reasons for which reasons; at least one
   * @param after the number of the last row already listed; 0 for the beginning
   * @param limit 1 to {@link #MAX_LISTED}
   */
  public List<HeldRow> list(
      SourceId source, Collection<QuarantineReason> reasons, long after, int limit) {
    if (limit < 1 || limit > MAX_LISTED) {
      throw new IllegalArgumentException(
          "%d rows cannot be listed at once; ask for 1 to %d".formatted(limit, MAX_LISTED));
    }
    return transactions.inTransaction(session ->
        session
            .createSelectionQuery(
                "select id, source, position, reason, field, detail, recordedAt"
                    + " from QuarantinedRow where source = :source and reason in :reasons"
                    + " and id > :after order by id",
                Object[].class)
            .setParameter("source", source.name())
            .setParameterList("reasons", reasons.stream().map(Enum::name).toList())
            .setParameter("after", after)
            .setMaxResults(limit)
            .getResultList()
            .stream()
            .map(Quarantine::listed)
            .toList());
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

  private static HeldRow listed(Object[] row) {
    return new HeldRow(
        (Long) row[0],
        new SourceId((String) row[1]),
        new Position((String) row[2]),
        QuarantineReason.valueOf((String) row[3]),
        (String) row[4],
        (String) row[5],
        (Instant) row[6]);
  }

  private static EnvelopePlace place(long id) {
    return new EnvelopePlace(TABLE, Long.toString(id), SensitivityClass.PAYLOAD);
  }
}
