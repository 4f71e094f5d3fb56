package io.guiyi.registry.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a PostgreSQL server, embedded or external, whether it keeps what it commits.
 *
 * <ul>
 *   <li>{@code fsync} off: a power cut can corrupt the whole database.
 *   <li>{@code synchronous_commit} off: a crash of the server loses the last commits it confirmed.
 *       Any other value waits at least for the local disk.
 *   <li>{@code full_page_writes} off: a page torn by a power cut cannot be repaired.
 * </ul>
 */
public final class DurabilityCheck {
  private static final List<String> SETTINGS =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private DurabilityCheck() {}

  /**
   * Checks with SHOW, so that a value set for the role or the database counts as it does for the
   * hub's own sessions.
   *
   * @param connection opened as the hub opens its own
   * @throws UndurableDatabaseException naming every setting that is off
   * @throws SQLException when the server cannot be asked
   */
  public static void verify(Connection connection) throws SQLException {
    List<String> off = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (String setting : SETTINGS) {
        if (show(statement, setting).equals("off")) {
          off.add(setting);
        }
      }
    }
    if (!off.isEmpty()) {
      throw new UndurableDatabaseException(off);
    }
  }

  private static String show(Statement statement, String setting) throws SQLException {
    try (ResultSet answer = statement.executeQuery("show " + setting)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
