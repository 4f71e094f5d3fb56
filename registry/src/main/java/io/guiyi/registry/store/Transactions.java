package io.guiyi.registry.store;

import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Transactions on the register: all of the work, or nothing of it. Isolation is read committed; the
 * order of pages comes from leadership, not from locks.
 *
 * <p>Work that is called inside a transaction joins it, so that a room can write what it has to
 * write without knowing who began:
 *
 * <pre>{@code
 * transactions.runInTransaction(session -> {
 *   session.insertMultiple(rows);
 *   audit.append(...);   // joins
 * });
 * }</pre>
 */
public final class Transactions {
  private static final ScopedValue<StatelessSession> CURRENT = ScopedValue.newInstance();

  private final SessionFactory sessions;

  /** Transactions on the database of {@code sessions}. */
  public Transactions(SessionFactory sessions) {
    this.sessions = sessions;
  }

  /**
   * Does {@code work} in the transaction of the caller, or else in one of its own, which is
   * committed when the work returns and rolled back when it throws.
   *
   * @throws RegisterUnavailable when the database cannot serve; whether a commit that was under way
   *     took place is then not known
   */
  public <T extends @Nullable Object> T inTransaction(Function<StatelessSession, T> work) {
    return CURRENT.isBound() ? work.apply(CURRENT.get()) : inNewTransaction(work);
  }

  /** Like {@link #inTransaction}, for work without an answer. */
  public void runInTransaction(Consumer<StatelessSession> work) {
    this.<@Nullable Void>inTransaction(session -> {
      work.accept(session);
      return null;
    });
  }

  /**
   * The session of the transaction this thread is in.
   *
   * @throws IllegalStateException when it is in none
   */
  public static StatelessSession current() {
    if (!CURRENT.isBound()) {
      throw new IllegalStateException(
          "no transaction here; call from inside Transactions.inTransaction");
    }
    return CURRENT.get();
  }

  private <T extends @Nullable Object> T inNewTransaction(Function<StatelessSession, T> work) {
    try (StatelessSession session = sessions.openStatelessSession()) {
      Transaction transaction = session.beginTransaction();
      try {
        T answer = ScopedValue.where(CURRENT, session).call(() -> work.apply(session));
        transaction.commit();
        return answer;
      } catch (RuntimeException | Error failed) {
        rollBack(transaction, failed);
        throw failed;
      }
    } catch (RuntimeException failed) {
      throw Outages.in(failed).<RuntimeException>map(outage -> outage).orElse(failed);
    }
  }

  private static void rollBack(Transaction transaction, Throwable failed) {
    try {
      if (transaction.isActive()) {
        transaction.rollback();
      }
    } catch (RuntimeException alsoFailed) {
      failed.addSuppressed(alsoFailed);
    }
  }
}
