package io.guiyi.registry.postgres;

import io.guiyi.registry.postgres.EmbeddedPostgresException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL of our own, and the only one of its directory.
 *
 * <p>It is closed by its owner (or with the JVM, see {@link PostgresSettings#stopWithJvm}). If the
 * owner is killed the server lives on until the next start over the same directory takes over.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private final PostgresSettings settings;
  private final DirectoryLock lock;
  private final Postmaster postmaster;
  private final Credentials credentials;
  private final int port;
  private final OptionalLong takenOverFrom;
  private final Thread stopper = new Thread(this::stop, "postgres-stop");
  private boolean closed;

  private EmbeddedPostgres(
      PostgresSettings settings,
      DirectoryLock lock,
      Postmaster postmaster,
      Credentials credentials,
      int port,
      OptionalLong takenOverFrom) {
    this.settings = settings;
    this.lock = lock;
    this.postmaster = postmaster;
    this.credentials = credentials;
    this.port = port;
    this.takenOverFrom = takenOverFrom;
  }

  /**
   * Starts the server over the directory, whatever a former run left there. When this returns, the
   * database exists, belongs to the role, and is known to keep what it commits.
   *
   * @throws EmbeddedPostgresException when it cannot run here; nothing is left running
   * @throws UndurableDatabaseException when it runs, but could lose commits; it is stopped again
   */
  public static EmbeddedPostgres start(PostgresSettings settings) {
    try {
      PostgresHome home = PostgresHome.prepare(settings.directory());
      DirectoryLock lock = DirectoryLock.take(home.lock());
      try {
        EmbeddedPostgres running = start(settings, home, lock);
        running.stopWithJvm();
        return running;
      } catch (IOException | RuntimeException failed) {
        lock.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw new EmbeddedPostgresException(
          Reason.DIRECTORY_UNUSABLE,
          "The database under %s cannot be set up: %s. Give a directory that this user can write"
              .formatted(settings.directory(), failed),
          failed);
    }
  }

  private static EmbeddedPostgres start(
      PostgresSettings settings, PostgresHome home, DirectoryLock lock) throws IOException {
    long begin = System.nanoTime();
    home.tidy();
    PostgresBinaries binaries = PostgresBinaries.unpack(settings.binaries());
    PostgresPrograms programs = PostgresPrograms.of(binaries, home);
    Postmaster postmaster = new Postmaster(home, programs, settings);
    Credentials credentials = Credentials.of(home);
    postmaster.createCluster(credentials, binaries.major());
    OptionalLong orphan = postmaster.stopOrphan();
    int port = postmaster.start();
    EmbeddedPostgres running =
        new EmbeddedPostgres(settings, lock, postmaster, credentials, port, orphan);
    try {
      running.provideDatabase();
      running.checkDurability();
    } catch (RuntimeException failed) {
      postmaster.stop();
      throw failed;
    } catch (SQLException failed) {
      postmaster.stop();
      throw new EmbeddedPostgresException(
          Reason.START_FAILED,
          "PostgreSQL in %s started, but did not serve: %s. Its log is in %s"
              .formatted(home.root(), failed.getMessage(), home.log()),
          failed);
    }
    LOG.info(
        "PostgreSQL {} is ready on 127.0.0.1:{} after {} ms",
        binaries.version(),
        port,
        (System.nanoTime() - begin) / 1_000_000);
    return running;
  }

  /**
   * Where the hub's own database is, without user and password. The driver is told to accept no
   * weaker authentication, and to keep values that the server quotes out of its exceptions.
   */
  public String jdbcUrl() {
    return url(settings.database());
  }

  /** The role that owns the database. It is no superuser. */
  public String user() {
    return settings.role();
  }

  /** The role's password. */
  public String password() {
    return credentials.role();
  }

  /** The port on the loopback address. */
  public int port() {
    return port;
  }

  /** The pid of the orphaned server that this one replaced, if there was one. */
  public OptionalLong takenOverFrom() {
    return takenOverFrom;
  }

  /** The pid of the server, if it runs. */
  public OptionalLong pid() {
    try {
      return postmaster.pid();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Stops the server in bounded time and gives the directory free. Open sessions are ended and
   * their transactions rolled back. Closing twice does nothing more.
   *
   * @throws EmbeddedPostgresException when the server does not stop
   */
  @Override
  public void close() {
    stop();
    if (settings.stopWithJvm()) {
      forgetStopper();
    }
  }

  private synchronized void stop() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      postmaster.stop();
    } catch (IOException failed) {
      throw new EmbeddedPostgresException(
          Reason.STOP_FAILED, "PostgreSQL could not be stopped: " + failed, failed);
    } finally {
      lock.close();
    }
  }

  private void stopWithJvm() {
    if (!settings.stopWithJvm()) {
      return;
    }
    try {
      Runtime.getRuntime().addShutdownHook(stopper);
    } catch (IllegalStateException alreadyShuttingDown) {
      stop();
      throw new EmbeddedPostgresException(
          Reason.START_FAILED, "PostgreSQL is not started while the process ends");
    }
  }

  private void forgetStopper() {
    try {
      Runtime.getRuntime().removeShutdownHook(stopper);
    } catch (IllegalStateException alreadyShuttingDown) {
      LOG.debug("closed while the JVM ends");
    }
  }

  /**
   * Every step looks first, so that a start killed between two of them is completed by the next.
   */
  private void provideDatabase() throws SQLException {
    String role = settings.role();
    String database = settings.database();
    try (Connection connection = connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "select from pg_roles where rolname = ?", role)) {
        // Names are of a-z 0-9 _ and the password of the URL-safe Base64 alphabet: nothing in them
        // ends a quote.
        statement.execute(
            ("create role \"%s\" login nosuperuser nocreatedb nocreaterole noreplication"
                    + " password '%s'")
                .formatted(role, credentials.role()));
      }
      if (!exists(connection, "select from pg_database where datname = ?", database)) {
        statement.execute("create database \"%s\" owner \"%s\"".formatted(database, role));
      }
      statement.execute("revoke all on database \"%s\", postgres from public".formatted(database));
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private void checkDurability() throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl(), user(), password())) {
      DurabilityCheck.verify(connection);
    }
  }

  /** Only for setting up, and for the tests of this package. */
  Connection connectAsSuperuser() throws SQLException {
    String superuser = Postmaster.SUPERUSER;
    return DriverManager.getConnection(url(superuser), superuser, credentials.superuser());
  }

  private String url(String database) {
    return ("jdbc:postgresql://127.0.0.1:%d/%s?ApplicationName=guiyi&sslmode=disable"
            + "&gssEncMode=disable&requireAuth=scram-sha-256&logServerErrorDetail=false")
        .formatted(port, database);
  }

  @Override
  public String toString() {
    return "EmbeddedPostgres[%s, 127.0.0.1:%d]".formatted(settings.directory(), port);
  }
}
