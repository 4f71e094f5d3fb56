package io.guiyi.registry.leadership;

import io.guiyi.registry.store.RegisterDatabase;
import io.guiyi.registry.store.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This hub's part in the election. Whoever runs the hub calls {@link #lead()} every {@link
 * #RENEW_EVERY}, on a thread that does nothing else; everything that changes the register calls
 * {@link #verify()}. For many threads.
 */
public final class Leadership implements LeadershipTerm, AutoCloseable {
  /** How long a leader that gives no sign of life stays leader. */
  public static final Duration LEASE = RegisterDatabase.STALLED_AFTER;

  /** How often a leader must give one: three times within a lease. */
  public static final Duration RENEW_EVERY = Duration.ofSeconds(5);

  /** The key of the advisory lock: "guiyi" in ASCII. Locks of other keys do not matter. */
  private static final long LOCK = 0x67_75_69_79_69L;

  private static final int ANSWER_WITHIN_MS = (int) RENEW_EVERY.toMillis();
  private static final long NO_TERM = 0;
  private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

  /** Opens connections outside the pool. */
  @FunctionalInterface
  public interface Connections {
    /** A new connection, the caller's to close. */
    Connection open() throws SQLException;
  }

  private final Connections connections;
  private final String holder;
  private @Nullable Connection own;
  private volatile long term = NO_TERM;

  /**
   * Takes no part yet.
   *
   * @param connections where the advisory lock is held
   * @param holder how this hub names itself in the row
   */
  public Leadership(Connections connections, String holder) {
    this.connections = connections;
    this.holder = holder;
  }

  /**
   * Stays leader by giving the sign of life, or becomes it if nobody is. A hub that lost its
   * session and finds nobody in its place leads on in the next term. Never waits for another
   * leader.
   *
   * @return whether this hub leads now; false also when the database cannot be asked
   */
  public synchronized boolean lead() {
    return renew() || elect();
  }

  /**
   * Gives the sign of life of a leader.
   *
   * @return whether this hub still leads; once false, only {@link #lead()} can make it leader again
   */
  public synchronized boolean renew() {
    Connection connection = own;
    if (connection == null || !isLeading()) {
      return false;
    }
    try {
      if (extend(connection)) {
        return true;
      }
      LOG.warn("term {} is over: another hub leads", term);
    } catch (SQLException failed) {
      LOG.warn(
          "term {} is over: the leader's connection failed (SQLSTATE {})", term, state(failed));
    }
    abandon();
    return false;
  }

  /** Steps down at once, so that another hub need not wait for the lease to end. */
  public synchronized void release() {
    Connection connection = own;
    if (connection != null && isLeading()) {
      try (PreparedStatement end =
          connection.prepareStatement(
              "update leader set until = clock_timestamp() where id = 1 and term = ?")) {
        end.setLong(1, term);
        end.executeUpdate();
        LOG.info("stepped down from term {}", term);
      } catch (SQLException failed) {
        LOG.warn("the end of term {} could not be recorded (SQLSTATE {})", term, state(failed));
      }
    }
    abandon();
  }

  /** Steps down. */
  @Override
  public void close() {
    release();
  }

  /** Whether this hub believes that it leads. Only {@link #verify()} knows. */
  public boolean isLeading() {
    return term != NO_TERM;
  }

  /** The term in which this hub believes to lead; 0 if it does not. */
  public long term() {
    return term;
  }

  @Override
  public long verify() {
    long claimed = term;
    if (claimed == NO_TERM) {
      throw new NoLongerLeader("this hub does not lead; it waits for its turn");
    }
    StatelessSession session = Transactions.current();
    // A key-share lock lets renewals pass, which change no key, and holds off a take-over.
    Object[] row =
        session
            .createNativeQuery(
                "select term, until > clock_timestamp() from leader where id = 1 for key share",
                Object[].class)
            .getSingleResult();
    long current = ((Number) row[0]).longValue();
    if (current != claimed) {
      throw new NoLongerLeader(
          "this hub led term %d, the register is in term %d; it waits for its turn"
              .formatted(claimed, current));
    }
    if (!Boolean.TRUE.equals(row[1])) {
      throw new NoLongerLeader(
          "the lease of term %d has run out; it must be renewed every %d s"
              .formatted(claimed, RENEW_EVERY.toSeconds()));
    }
    return claimed;
  }

  private boolean elect() {
    try {
      Connection connection = own == null ? connect() : own;
      own = connection;
      if (!takeLock(connection)) {
        return false;
      }
      term = beginTerm(connection);
      LOG.info("leads term {} as {}", term, holder);
      return true;
    } catch (SQLException failed) {
      LOG.warn("no election: the database could not be asked (SQLSTATE {})", state(failed));
      abandon();
      return false;
    }
  }

  private Connection connect() throws SQLException {
    Connection connection = connections.open();
    try (Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      connection.setNetworkTimeout(Runnable::run, ANSWER_WITHIN_MS);
      // The server itself ends the session, and with it the lock, of a hub that has stalled.
      statement.execute("set idle_session_timeout = %d".formatted(LEASE.toMillis()));
      statement.execute("set idle_in_transaction_session_timeout = %d".formatted(LEASE.toMillis()));
      return connection;
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }

  private static boolean takeLock(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      lock.setLong(1, LOCK);
      try (ResultSet answer = lock.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  /** Raises the term, once every transaction that was let in under the last one has ended. */
  private long beginTerm(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, (int) LEASE.toMillis());
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        PreparedStatement raise =
            connection.prepareStatement(
                """
                update leader
                set term = term + 1, holder = ?, until = clock_timestamp() + ? * interval '1 ms'
                where id = 1
                returning term\
                """)) {
      statement.execute(
          "insert into leader values (1, 0, '', clock_timestamp()) on conflict do nothing");
      statement.execute("select term from leader where id = 1 for update");
      raise.setString(1, holder);
      raise.setLong(2, LEASE.toMillis());
      try (ResultSet answer = raise.executeQuery()) {
        answer.next();
        long raised = answer.getLong(1);
        connection.commit();
        return raised;
      }
    } finally {
      connection.setAutoCommit(true);
      connection.setNetworkTimeout(Runnable::run, ANSWER_WITHIN_MS);
    }
  }

  private boolean extend(Connection connection) throws SQLException {
    try (PreparedStatement extend =
        connection.prepareStatement(
            """
            update leader set until = clock_timestamp() + ? * interval '1 ms'
            where id = 1 and term = ?\
            """)) {
      extend.setLong(1, LEASE.toMillis());
      extend.setLong(2, term);
      return extend.executeUpdate() == 1;
    }
  }

  /** Forgets the term first, then gives the lock up with its session. */
  private void abandon() {
    term = NO_TERM;
    Connection connection = own;
    own = null;
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException alreadyBroken) {
        LOG.debug("the leader's connection was broken before it was closed");
      }
    }
  }

  private static String state(SQLException failed) {
    return String.valueOf(failed.getSQLState());
  }
}
