package io.guiyi.registry.intake;

import io.guiyi.records.Position;
import io.guiyi.records.RowOutcome;
import io.guiyi.records.SourceId;
import io.guiyi.registry.store.RegisterJson;
import io.guiyi.registry.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * What the departments are still to be told. A write-back is opened with its page, in one
 * transaction; telling the department comes after and is tried until it succeeds, after {@link
 * #FIRST_PAUSE} and then ever more slowly, up to {@link #LONGEST_PAUSE}. For many threads.
 */
@Component
public final class WriteBacks {
  /** The pause after the first failure. */
  public static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  /** The longest pause. */
  public static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  /** The most pages that are given out at once. */
  public static final int MAX_DUE = 100;

  private static final int MAX_FAILURE = 500;
  private static final Backoff BACKOFF = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
  private static final TypeReference<List<List<String>>> ROWS = new TypeReference<>() {};

  private final Transactions transactions;
  private final Clock clock;

  /** Plans by the time of {@code clock}. */
  public WriteBacks(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Notes what a page has to tell, in the transaction that applies it; due at once.
   *
   * @param page the page's number, already written
   */
  public void open(long page, SourceId source, List<RowOutcome> outcomes) {
    if (!outcomes.isEmpty()) {
      Transactions.current()
          .insert(new WriteBackRow(page, source.name(), written(outcomes), clock.instant()));
    }
  }

  /**
   * What is due now, in the order of the pages.
   *
   * @param limit 1 to {@link #MAX_DUE} pages
   */
  public List<WriteBack> due(SourceId source, int limit) {
    if (limit < 1 || limit > MAX_DUE) {
      throw new IllegalArgumentException(
          "%d write-backs cannot be given at once; ask for 1 to %d".formatted(limit, MAX_DUE));
    }
    return transactions.inTransaction(session ->
        session
            .createSelectionQuery(
                "from WriteBackRow where source = :source and doneAt is null"
                    + " and nextAttemptAt <= :now order by pageId",
                WriteBackRow.class)
            .setParameter("source", source.name())
            .setParameter("now", clock.instant())
            .setMaxResults(limit)
            .getResultList()
            .stream()
            .map(row -> new WriteBack(row.pageId, source, read(row.outcomes), row.attempts))
            .toList());
  }

  /** The department was told. Saying so twice does nothing more. */
  public void done(long page) {
    transactions.runInTransaction(session ->
        session
            .createMutationQuery(
                "update WriteBackRow set doneAt = :now"
                    + " where pageId = :page and doneAt is null")
            .setParameter("now", clock.instant())
            .setParameter("page", page)
            .executeUpdate());
  }

  /**
   * Telling the department failed; it is due again after a pause.
   *
   * @param failure why, for the operator; never a value of a person
   * @return when it is due again
   */
  public Instant failed(WriteBack attempt, String failure) {
    int failures = attempt.attempts() + 1;
    Instant next = clock.instant().plus(BACKOFF.after(failures));
    transactions.runInTransaction(session ->
        session
            .createMutationQuery(
                "update WriteBackRow set attempts = :failures, nextAttemptAt = :next,"
                    + " lastFailure = :failure where pageId = :page and doneAt is null")
            .setParameter("failures", failures)
            .setParameter("next", next)
            .setParameter("failure", cut(failure))
            .setParameter("page", attempt.page())
            .executeUpdate());
    return next;
  }

  /** What a department has not been told yet. */
  public OpenWriteBacks waiting(SourceId source) {
    return transactions.inTransaction(session -> {
      Object[] sums =
          session
              .createSelectionQuery(
                  "select count(*), min(p.recordedAt) from WriteBackRow w"
                      + " join PullPageRow p on p.id = w.pageId"
                      + " where w.source = :source and w.doneAt is null",
                  Object[].class)
              .setParameter("source", source.name())
              .getSingleResult();
      List<String> failures =
          session
              .createSelectionQuery(
                  "select lastFailure from WriteBackRow where source = :source"
                      + " and doneAt is null and lastFailure is not null order by pageId desc",
                  String.class)
              .setParameter("source", source.name())
              .setMaxResults(1)
              .getResultList();
      return new OpenWriteBacks(
          source,
          (Long) sums[0],
          (@Nullable Instant) sums[1],
          failures.isEmpty() ? null : failures.getFirst());
    });
  }

  /** Rows as short lists: position, kind and, if there is one, reason and detail. */
  private static String written(List<RowOutcome> outcomes) {
    return RegisterJson.text(
        outcomes.stream()
            .map(row ->
                row.reason().isEmpty() && row.detail().isEmpty()
                    ? List.of(row.position().text(), row.kind().name())
                    : List.of(row.position().text(), row.kind().name(), row.reason(), row.detail()))
            .toList());
  }

  private static List<RowOutcome> read(String outcomes) {
    return RegisterJson.read(outcomes, ROWS).stream()
        .map(row ->
            new RowOutcome(
                new Position(row.get(0)),
                RowOutcome.Kind.valueOf(row.get(1)),
                row.size() > 2 ? row.get(2) : "",
                row.size() > 3 ? row.get(3) : ""))
        .toList();
  }

  private static String cut(String failure) {
    return failure.length() <= MAX_FAILURE ? failure : failure.substring(0, MAX_FAILURE);
  }
}
