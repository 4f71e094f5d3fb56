package io.guiyi.registry.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.guiyi.registry.postgres.DurabilityCheck;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.AvailableSettings;
import org.springframework.orm.jpa.hibernate.LocalSessionFactoryBuilder;

/** The steps from a database to sessions on a checked and migrated schema. */
public final class SessionFactories {
  /** Rows to one round trip; the pages' own bound keeps batches of all tables near it. */
  private static final int BATCH_ROWS = 1000;

  private static final long WAIT_FOR_CONNECTION_MS = 10_000;

  private SessionFactories() {}

  /**
   * A pool of connections to a database that keeps what it commits.
   *
   * @throws io.guiyi.registry.postgres.UndurableDatabaseException when it does not
   * @throws RegisterUnavailable when it cannot be reached
   */
  public static HikariDataSource pool(RegisterDatabase database, int connectionsMax) {
    try (Connection connection = database.connect()) {
      DurabilityCheck.verify(connection);
    } catch (SQLException unreachable) {
      throw new RegisterUnavailable(
          "the database could not be asked whether it keeps what it commits; check URL, user and"
              + " whether it runs",
          unreachable);
    }
    HikariConfig config = new HikariConfig();
    config.setPoolName("register");
    config.setJdbcUrl(database.url());
    config.setDataSourceProperties(database.properties());
    config.setMaximumPoolSize(connectionsMax);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT_FOR_CONNECTION_MS);
    config.setAutoCommit(false);
    return new HikariDataSource(config);
  }

  /** Brings the schema to this release's version. */
  public static void migrate(DataSource dataSource) {
    Flyway.configure().dataSource(dataSource).load().migrate();
  }

  /**
   * Sessions over every entity below {@code io.guiyi.registry}, found by scanning; a property
   * {@code keyHash} is the column {@code key_hash}. Each is checked against the schema at start.
   */
  public static SessionFactory open(DataSource dataSource) {
    LocalSessionFactoryBuilder builder = new LocalSessionFactoryBuilder(dataSource);
    builder.scanPackages("io.guiyi.registry");
    builder.setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl());
    builder.setProperty(AvailableSettings.HBM2DDL_AUTO, "validate");
    builder.setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, Integer.toString(BATCH_ROWS));
    builder.setProperty(AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, "true");
    builder.setProperty(AvailableSettings.JDBC_TIME_ZONE, "UTC");
    builder.setProperty(AvailableSettings.LOG_JDBC_ERRORS, "false");
    builder.setProperty(AvailableSettings.USE_SECOND_LEVEL_CACHE, "false");
    return builder.buildSessionFactory();
  }
}
