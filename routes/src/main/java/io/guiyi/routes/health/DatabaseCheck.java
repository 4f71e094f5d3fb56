package io.guiyi.routes.health;

import io.guiyi.registry.postgres.DurabilityCheck;
import io.guiyi.registry.postgres.UndurableDatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;

/**
 * Asks the database whether it answers, and whether it still keeps what it commits: its durability
 * is checked at start, but an administrator can change it while the hub runs.
 */
final class DatabaseCheck implements Callable<Health> {
  private final DataSource database;

  DatabaseCheck(DataSource database) {
    this.database = database;
  }

  @Override
  public Health call() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout((int) BoundedCheck.PATIENCE.toSeconds());
      statement.execute("select 1");
      DurabilityCheck.verify(connection);
      return Health.up().build();
    } catch (UndurableDatabaseException undurable) {
      return BoundedCheck.down(String.valueOf(undurable.getMessage()));
    }
  }
}
