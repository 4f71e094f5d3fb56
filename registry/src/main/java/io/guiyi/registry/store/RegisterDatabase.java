package io.guiyi.registry.store;

import io.guiyi.registry.RegisterSettings;
import io.guiyi.registry.postgres.EmbeddedPostgres;
import io.guiyi.registry.postgres.PostgresSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the register's database is: the embedded server, which starts and stops with this, or one
 * that somebody else runs.
 */
public final class RegisterDatabase implements AutoCloseable {
  /** A session that is silent for so long inside a transaction has stalled, and is ended. */
  public static final Duration STALLED_AFTER = Duration.ofSeconds(15);

  private final String url;
  private final String user;
  private final String password;
  private final @Nullable EmbeddedPostgres embedded;

  private RegisterDatabase(
      String url, String user, String password, @Nullable EmbeddedPostgres embedded) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.embedded = embedded;
  }

  /** Starts the embedded server, or takes the external one as it is. */
  public static RegisterDatabase open(RegisterSettings settings) {
    RegisterSettings.ExternalDatabase external = settings.external();
    if (external != null) {
      return new RegisterDatabase(external.url(), external.user(), external.password(), null);
    }
    // Whoever owns the register closes it after everything that still uses the database.
    EmbeddedPostgres server =
        EmbeddedPostgres.start(PostgresSettings.in(settings.data()).withStopWithJvm(false));
    return new RegisterDatabase(server.jdbcUrl(), server.user(), server.password(), server);
  }

  /** The JDBC URL, without user and password. */
  public String url() {
    return url;
  }

  /** The embedded server; null if the database is external. */
  public @Nullable EmbeddedPostgres embedded() {
    return embedded;
  }

  /** A connection of its own, outside the pool; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, properties());
  }

  /**
   * What every connection of the hub is opened with. Batches are rewritten into inserts of many
   * rows; values that the server quotes are kept out of exceptions; a dead peer is noticed.
   */
  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "guiyi");
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("logServerErrorDetail", "false");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("socketTimeout", "300");
    // A leader that stalls inside a transaction holds locks that its successor waits for. The
    // server ends the transaction when the lease would have ended too.
    properties.setProperty(
        "options", "-c idle_in_transaction_session_timeout=" + STALLED_AFTER.toMillis());
    return properties;
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }

  @Override
  public String toString() {
    return embedded == null ? "RegisterDatabase[external]" : "RegisterDatabase[" + embedded + "]";
  }
}
