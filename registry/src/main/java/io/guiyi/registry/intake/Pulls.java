package io.guiyi.registry.intake;

import io.guiyi.records.Conservation;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import io.guiyi.registry.store.Numbers;
import io.guiyi.registry.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The books of pulls and their pages. For many threads. */
@Component
public final class Pulls {
  /** The outcome of a pull that reached the end of what the source had. */
  public static final String COMPLETE = "COMPLETE";

  /** The outcome of a pull that a crash or a take-over cut short; found out by the next one. */
  public static final String INTERRUPTED = "INTERRUPTED";

  /** The outcome of a reading that met a delivery which waits for the operator. */
  public static final String HELD = "HELD";

  /** The most pulls one listing gives. */
  public static final int MAX_LISTED = 500;

  private static final Pattern OUTCOME = Pattern.compile("[A-Z][A-Z_]{1,39}");
  private static final String SUMS =
      """
      select cast(coalesce(sum(fresh), 0) as bigint), cast(coalesce(sum(changed), 0) as bigint),
             cast(coalesce(sum(unchanged), 0) as bigint),
             cast(coalesce(sum(withdrawn), 0) as bigint), cast(coalesce(sum(stale), 0) as bigint),
             cast(coalesce(sum(quarantined), 0) as bigint)
      from %s
      """;

  private static final String ADD_TO_PULL =
      """
      update pull set rows_read = rows_read + :read, fresh = fresh + :fresh,
        changed = changed + :changed, unchanged = unchanged + :unchanged,
        withdrawn = withdrawn + :withdrawn, stale = stale + :stale,
        quarantined = quarantined + :quarantined
      where id = :pull
      """;

  private static final String ADD_TO_SOURCE =
      """
      insert into source_total as t values
        (:source, :watermark, :term, :now, :read, :fresh, :changed, :unchanged, :withdrawn, :stale,
         :quarantined)
      on conflict (source) do update set
        watermark = excluded.watermark, term = excluded.term, last_page_at = excluded.last_page_at,
        rows_read = t.rows_read + excluded.rows_read, fresh = t.fresh + excluded.fresh,
        changed = t.changed + excluded.changed, unchanged = t.unchanged + excluded.unchanged,
        withdrawn = t.withdrawn + excluded.withdrawn, stale = t.stale + excluded.stale,
        quarantined = t.quarantined + excluded.quarantined
      """;

  private final Transactions transactions;
  private final Clock clock;

  /** Keeps books with the time of {@code clock}. */
  public Pulls(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Begins to read a source. A reading of the same source that never finished is marked {@link
   * #INTERRUPTED}: a source is read once at a time.
   *
   * @return the pull's number
   */
  public long begin(SourceId source) {
    return begin(source, PullKind.READING);
  }

  /**
   * Begins to read a source, or to replay rows of it that were held aside. An earlier pull of the
   * same kind that never finished is marked {@link #INTERRUPTED}.
   *
   * @return the pull's number
   */
  public long begin(SourceId source, PullKind kind) {
    return transactions.inTransaction(session -> {
      Instant now = clock.instant();
      session
          .createMutationQuery(
              "update PullRow set finishedAt = :now, outcome = :outcome"
                  + " where source = :source and kind = :kind and finishedAt is null")
          .setParameter("now", now)
          .setParameter("outcome", INTERRUPTED)
          .setParameter("source", source.name())
          .setParameter("kind", kind.name())
          .executeUpdate();
      long pull = Numbers.one(session, Numbers.Sequence.PULL);
      session.insert(new PullRow(pull, source.name(), kind, now));
      return pull;
    });
  }

  /**
   * Finishes a pull. A pull that is finished stays as it is.
   *
   * @param outcome {@link #COMPLETE}, or why it stopped before: 2 to 40 capital letters and
   *     underscores
   */
  public void finish(long pull, String outcome) {
    if (!OUTCOME.matcher(outcome).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no outcome of a pull; give 2 to 40 capital letters, such as COMPLETE"
              .formatted(outcome));
    }
    transactions.runInTransaction(session ->
        session
            .createMutationQuery(
                "update PullRow set finishedAt = :now, outcome = :outcome"
                    + " where id = :pull and finishedAt is null")
            .setParameter("now", clock.instant())
            .setParameter("outcome", outcome)
            .setParameter("pull", pull)
            .executeUpdate());
  }

  /**
   * Writes a page's books and adds them to those of its pull and, if it was read, of its source;
   * call it in the transaction that applies the page.
   */
  public void append(PullPage page) {
    StatelessSession session = Transactions.current();
    session.insert(new PullPageRow(page));
    counted(session.createNativeMutationQuery(ADD_TO_PULL), page.counts())
        .setParameter("pull", page.pull())
        .executeUpdate();
    switch (page.kind()) {
      case READING ->
          counted(session.createNativeMutationQuery(ADD_TO_SOURCE), page.counts())
              .setParameter("source", page.source().name())
              .setParameter("watermark", page.after().text())
              .setParameter("term", page.term())
              .setParameter("now", page.recordedAt())
              .executeUpdate();
      case REPLAY -> {}
    }
  }

  private static MutationQuery counted(MutationQuery query, Conservation counts) {
    return query
        .setParameter("read", counts.read())
        .setParameter("fresh", counts.fresh())
        .setParameter("changed", counts.changed())
        .setParameter("unchanged", counts.unchanged())
        .setParameter("withdrawn", counts.withdrawn())
        .setParameter("stale", counts.stale())
        .setParameter("quarantined", counts.quarantined());
  }

  /** How far a source has been durably read. */
  public Watermark watermark(SourceId source) {
    return transactions.inTransaction(session ->
        session
            .createNativeQuery(
                "select watermark from source_total where source = :source", String.class)
            .setParameter("source", source.name())
            .uniqueResultOptional()
            .map(Watermark::new)
            .orElse(Watermark.START));
  }

  /** What became of the rows of one pull. */
  public Conservation ofPull(long pull) {
    return transactions.inTransaction(
        session -> sum(sums(session, "pull where id = :pull").setParameter("pull", pull)));
  }

  /** What became of every row ever read from a source; replayed rows do not count again. */
  public Conservation ofSource(SourceId source) {
    return transactions.inTransaction(session ->
        sum(
            sums(session, "source_total where source = :source")
                .setParameter("source", source.name())));
  }

  /** What became of every row ever read; replayed rows do not count again. */
  public Conservation total() {
    return transactions.inTransaction(session -> sum(sums(session, "source_total")));
  }

  private static NativeQuery<Object[]> sums(StatelessSession session, String rows) {
    return session.createNativeQuery(SUMS.formatted(rows), Object[].class);
  }

  private static Conservation sum(NativeQuery<Object[]> query) {
    Object[] sums = query.getSingleResult();
    return new Conservation(
        (Long) sums[0],
        (Long) sums[1],
        (Long) sums[2],
        (Long) sums[3],
        (Long) sums[4],
        (Long) sums[5]);
  }

  /** How fresh what we know from {@code source} is, also if it was never pulled. */
  public SourceFreshness freshness(SourceId source) {
    return transactions.inTransaction(session -> {
      List<PullRow> started = latest(session, "", source);
      List<PullRow> finished = latest(session, "and finishedAt is not null", source);
      List<PullRow> complete = latest(session, "and outcome = '" + COMPLETE + "'", source);
      return new SourceFreshness(
          source,
          watermark(source),
          started.isEmpty() ? null : started.getFirst().startedAt,
          finished.isEmpty() ? null : finished.getFirst().outcome,
          complete.isEmpty() ? null : complete.getFirst().finishedAt,
          lastPage(session, source),
          ofSource(source));
    });
  }

  private static @Nullable Instant lastPage(StatelessSession session, SourceId source) {
    return session
        .createNativeQuery(
            "select last_page_at from source_total where source = :source", Instant.class)
        .setParameter("source", source.name())
        .uniqueResult();
  }

  /**
   * The pulls of a source, latest first, without those that reached the end and brought nothing.
   *
   * @param limit 1 to {@link #MAX_LISTED}
   */
  public List<PullSummary> history(SourceId source, int limit) {
    if (limit < 1 || limit > MAX_LISTED) {
      throw new IllegalArgumentException(
          "%d pulls cannot be listed at once; ask for 1 to %d".formatted(limit, MAX_LISTED));
    }
    return transactions.inTransaction(session ->
        session
            .createSelectionQuery(
                "from PullRow where source = :source"
                    + " and not (outcome = 'COMPLETE' and rowsRead = unchanged) order by id desc",
                PullRow.class)
            .setParameter("source", source.name())
            .setMaxResults(limit)
            .getResultList()
            .stream()
            .map(PullRow::summary)
            .toList());
  }

  /** The latest reading of a kind, or none. */
  private static List<PullRow> latest(StatelessSession session, String kind, SourceId source) {
    return session
        .createSelectionQuery(
            "from PullRow where source = :source and kind = 'READING' %s order by id desc"
                .formatted(kind),
            PullRow.class)
        .setParameter("source", source.name())
        .setMaxResults(1)
        .getResultList();
  }
}
