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
import org.hibernate.query.SelectionQuery;
import org.springframework.stereotype.Component;

/** The books of pulls and their pages. For many threads. */
@Component
public final class Pulls {
  /** The outcome of a pull that reached the end of what the source had. */
  public static final String COMPLETE = "COMPLETE";

  /** The outcome of a pull that a crash or a take-over cut short; found out by the next one. */
  public static final String INTERRUPTED = "INTERRUPTED";

  private static final Pattern OUTCOME = Pattern.compile("[A-Z][A-Z_]{1,39}");
  private static final String SUMS =
      "select coalesce(sum(fresh), 0), coalesce(sum(changed), 0), coalesce(sum(unchanged), 0),"
          + " coalesce(sum(withdrawn), 0), coalesce(sum(stale), 0), coalesce(sum(quarantined), 0)"
          + " from PullPageRow ";

  private final Transactions transactions;
  private final Clock clock;

  /** Keeps books with the time of {@code clock}. */
  public Pulls(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Begins a pull. A pull of the same source that never finished is marked {@link #INTERRUPTED}: a
   * source is pulled once at a time.
   *
   * @return the pull's number
   */
  public long begin(SourceId source) {
    return transactions.inTransaction(session -> {
      Instant now = clock.instant();
      session
          .createMutationQuery(
              "update PullRow set finishedAt = :now, outcome = :outcome"
                  + " where source = :source and finishedAt is null")
          .setParameter("now", now)
          .setParameter("outcome", INTERRUPTED)
          .setParameter("source", source.name())
          .executeUpdate();
      long pull = Numbers.one(session, Numbers.Sequence.PULL);
      session.insert(new PullRow(pull, source.name(), now));
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

  /** Writes a page's books; call it in the transaction that applies the page. */
  public void append(PullPage page) {
    Transactions.current().insert(new PullPageRow(page));
  }

  /** How far a source has been durably read. */
  public Watermark watermark(SourceId source) {
    return transactions.inTransaction(session -> watermark(session, source.name()));
  }

  /** What became of the rows of one pull. */
  public Conservation ofPull(long pull) {
    return transactions.inTransaction(session ->
        sum(
            session
                .createSelectionQuery(SUMS + "where pullId = :pull", Conservation.class)
                .setParameter("pull", pull)));
  }

  /** What became of every row ever read from a source. */
  public Conservation ofSource(SourceId source) {
    return transactions.inTransaction(session -> ofSource(session, source.name()));
  }

  /** What became of every row ever read. */
  public Conservation total() {
    return transactions.inTransaction(
        session -> sum(session.createSelectionQuery(SUMS, Conservation.class)));
  }

  /** How fresh what we know from {@code source} is, also if it was never pulled. */
  public SourceFreshness freshness(SourceId source) {
    return transactions.inTransaction(session -> freshness(session, source.name()));
  }

  private static SourceFreshness freshness(StatelessSession session, String source) {
    List<PullRow> started = pulls(session, "", source);
    List<PullRow> finished = pulls(session, "and finishedAt is not null", source);
    List<PullRow> complete = pulls(session, "and outcome = '" + COMPLETE + "'", source);
    Instant lastPage =
        session
            .createSelectionQuery(
                "select max(recordedAt) from PullPageRow where source = :source", Instant.class)
            .setParameter("source", source)
            .getSingleResultOrNull();
    return new SourceFreshness(
        new SourceId(source),
        watermark(session, source),
        started.isEmpty() ? null : started.getFirst().startedAt,
        finished.isEmpty() ? null : finished.getFirst().outcome,
        complete.isEmpty() ? null : complete.getFirst().finishedAt,
        lastPage,
        ofSource(session, source));
  }

  /** The latest pull of a kind, or none. */
  private static List<PullRow> pulls(StatelessSession session, String kind, String source) {
    return session
        .createSelectionQuery(
            "from PullRow where source = :source %s order by id desc".formatted(kind),
            PullRow.class)
        .setParameter("source", source)
        .setMaxResults(1)
        .getResultList();
  }

  private static Watermark watermark(StatelessSession session, String source) {
    return session
        .createSelectionQuery(
            "select watermark from PullPageRow where source = :source order by term desc, id desc",
            String.class)
        .setParameter("source", source)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst()
        .map(Watermark::new)
        .orElse(Watermark.START);
  }

  private static Conservation ofSource(StatelessSession session, String source) {
    return sum(
        session
            .createSelectionQuery(SUMS + "where source = :source", Conservation.class)
            .setParameter("source", source));
  }

  private static Conservation sum(SelectionQuery<Conservation> query) {
    return query.getSingleResult();
  }
}
