package io.guiyi.connectors.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.records.SourceId;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A small pool of connections to a department's database. The driver's texts quote values of rows,
 * so that of a failure only its kind and its SQL state are told.
 */
public final class DepartmentDatabase implements AutoCloseable {
  private static final int CONNECTIONS = 2;

  /** PostgreSQL's SQL states: a statement took too long; it names a column that is not there. */
  private static final String QUERY_CANCELLED = "57014";

  private static final String NO_SUCH_COLUMN = "42703";

  private final SourceId source;
  private final DatabaseSettings settings;
  private final HikariDataSource pool;

  private DepartmentDatabase(SourceId source, DatabaseSettings settings, HikariDataSource pool) {
    this.source = source;
    this.settings = settings;
    this.pool = pool;
  }

  /** Opens the pool for reading and writing; no connection is made yet. */
  public static DepartmentDatabase open(SourceId source, DatabaseSettings settings) {
    return new DepartmentDatabase(source, settings, new HikariDataSource(poolOf(source, settings)));
  }

  /**
   * Opens the pool for reading only: the database itself refuses every write and ends a statement
   * that takes longer than the settings allow. No connection is made yet.
   */
  public static DepartmentDatabase openForReading(SourceId source, DatabaseSettings settings) {
    HikariConfig config = poolOf(source, settings);
    config.setReadOnly(true);
    config.addDataSourceProperty("readOnlyMode", "always");
    // Bounds are texts, whatever type the column has that they are compared with.
    config.addDataSourceProperty("stringtype", "unspecified");
    config.setConnectionInitSql(
        "set time zone 'Asia/Shanghai'; set statement_timeout = "
            + settings.responseTimeout().toMillis());
    return new DepartmentDatabase(source, settings, new HikariDataSource(config));
  }

  private static HikariConfig poolOf(SourceId source, DatabaseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("guiyi-" + source);
    config.setJdbcUrl(settings.jdbcUrl());
    config.setUsername(settings.user());
    config.setPassword(settings.password().clear());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(settings.connectTimeout().toMillis());
    config.addDataSourceProperty("connectTimeout", wholeSeconds(settings.connectTimeout()));
    config.addDataSourceProperty("socketTimeout", wholeSeconds(settings.responseTimeout()));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("ApplicationName", "guiyi");
    // The pool logs why a connection broke; the server's details would quote rows.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return config;
  }

  private static String wholeSeconds(Duration duration) {
    return Long.toString(Math.max(1, duration.toSeconds()));
  }

  /** The connections. */
  public DataSource connections() {
    return pool;
  }

  /**
   * What a failure means for the source.
   *
   * @param table what was read or written
   */
  public SourceUnavailable failed(Throwable failure, String table) {
    String state = "";
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return timeout();
      }
      if (cause instanceof ConnectException) {
        return SourceUnavailable.of(
            Kind.REFUSED,
            "%s: the exchange database refuses connections; check that it runs".formatted(source));
      }
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        state = sql.getSQLState();
      }
    }
    if (state.equals(QUERY_CANCELLED)) {
      return timeout();
    }
    if (state.startsWith("28")) {
      return SourceUnavailable.of(
          Kind.UNAUTHORIZED,
          "%s: the exchange database does not accept user and password (SQL state %s)"
              .formatted(source, state));
    }
    if (state.equals(NO_SUCH_COLUMN)) {
      return SourceUnavailable.of(
          Kind.DATABASE,
          "%s: table %s lacks a column that was agreed; ask the department what it renamed"
              .formatted(source, table));
    }
    return SourceUnavailable.of(
        Kind.DATABASE,
        "%s: the exchange database failed (SQL state '%s'); check table %s and the user's rights"
            .formatted(source, state, table));
  }

  private SourceUnavailable timeout() {
    return SourceUnavailable.of(
        Kind.TIMEOUT,
        "%s: the exchange database did not connect within %s or not answer within %s"
            .formatted(source, settings.connectTimeout(), settings.responseTimeout()));
  }

  @Override
  public void close() {
    pool.close();
  }
}
