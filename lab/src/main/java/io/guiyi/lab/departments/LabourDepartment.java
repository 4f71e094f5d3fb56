package io.guiyi.lab.departments;

import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.feeds.Fields;
import io.guiyi.lab.population.feeds.Labelled;
import io.guiyi.lab.population.feeds.LabourColumn;
import io.guiyi.lab.population.feeds.LabourFeed;
import io.guiyi.lab.population.feeds.LabourRow;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The labour department as an exchange database: it appends rows with status 0 to {@code
 * exchange.cbxx_jyxx}, and whoever reads them writes status and reason back. It owns one connection
 * and is safe for several threads.
 */
public final class LabourDepartment implements AutoCloseable {

  private static final int ROWS_PER_INSERT = 2000;

  private final Connection connection;
  private long lastNumber;

  private LabourDepartment(Connection connection) {
    this.connection = connection;
  }

  /**
   * What readers have written back.
   *
   * @param pending rows that nobody has taken yet
   * @param taken rows taken
   * @param refused rows refused
   * @param refusedByReason refused rows by reason code
   */
  public record WriteBacks(
      long pending, long taken, long refused, Map<String, Long> refusedByReason) {

    /** Rows with an answer. */
    public long seen() {
      return taken + refused;
    }
  }

  /**
   * Opens the department in a database and makes schema, table and indexes where they are missing.
   *
   * @param jdbcUrl PostgreSQL, {@code jdbc:postgresql://…}
   * @param user a role that may create schemas in this database
   * @param password its password
   * @throws SQLException if the database refuses
   */
  public static LabourDepartment open(String jdbcUrl, String user, String password)
      throws SQLException {
    Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
    try (Statement statement = connection.createStatement()) {
      statement.execute(LabourTable.create());
      LabourDepartment department = new LabourDepartment(connection);
      department.lastNumber =
          department.count("select coalesce(max(lsh), 0) from exchange.cbxx_jyxx");
      return department;
    } catch (SQLException fault) {
      connection.close();
      throw fault;
    }
  }

  /**
   * Lets the hub in: a role that may read all rows and update the four columns of the write-back.
   *
   * @param role lower-case letters, digits and underscores
   * @param password its password if it has to be made, which takes the right to create roles; the
   *     password of an existing role stays as it is
   * @throws SQLException if the database refuses
   */
  public synchronized void admit(String role, String password) throws SQLException {
    execute(LabourTable.role(role, password));
  }

  /**
   * Throws all rows away and begins again with running number 1.
   *
   * @throws SQLException if the database refuses
   */
  public synchronized void clear() throws SQLException {
    execute("truncate exchange.cbxx_jyxx");
    lastNumber = 0;
  }

  /**
   * Appends all rows of a city in one transaction.
   *
   * @return how many rows
   * @throws SQLException if the database refuses; nothing is appended then
   */
  public synchronized long load(Population population) throws SQLException {
    LabourFeed feed = new LabourFeed(population.settings());
    long before = lastNumber;
    connection.setAutoCommit(false);
    try {
      execute(LabourTable.DROP_INDEXES);
      List<LabourRow> waiting = new ArrayList<>();
      for (Household household : population) {
        for (Labelled<LabourRow> record : feed.records(household)) {
          waiting.addAll(record.versions());
        }
        if (waiting.size() >= ROWS_PER_INSERT) {
          insert(waiting);
          waiting.clear();
        }
      }
      insert(waiting);
      execute(LabourTable.CREATE_INDEXES);
      connection.commit();
    } catch (SQLException fault) {
      connection.rollback();
      lastNumber = before;
      throw fault;
    } finally {
      connection.setAutoCommit(true);
    }
    execute("analyze exchange.cbxx_jyxx");
    return lastNumber - before;
  }

  /**
   * Appends rows at once.
   *
   * @throws SQLException if the database refuses
   */
  public synchronized void append(List<LabourRow> rows) throws SQLException {
    insert(rows);
  }

  /**
   * Forgets what was written back and offers rows once more, under their numbers.
   *
   * @param which a condition on the row {@code r}
   * @return how many rows
   * @throws SQLException if the database refuses
   */
  public synchronized long offerAgain(String which) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate("update exchange.cbxx_jyxx r set aae419 = '0' where " + which);
    }
  }

  /**
   * The newest version of the record at or after a running number; empty behind the last row.
   *
   * @throws SQLException if the database refuses
   */
  public synchronized Optional<LabourRow> newestVersion(long runningNumber) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LabourTable.newestVersion())) {
      query.setLong(1, runningNumber);
      try (ResultSet found = query.executeQuery()) {
        return found.next() ? Optional.of(row(found)) : Optional.empty();
      }
    }
  }

  /** How many rows it has offered since it was opened, or cleared: the last running number. */
  public synchronized long rows() {
    return lastNumber;
  }

  /**
   * How many different records the rows belong to.
   *
   * @throws SQLException if the database refuses
   */
  public synchronized long keys() throws SQLException {
    return count("select count(distinct ywlsh) from exchange.cbxx_jyxx");
  }

  /**
   * What readers have written back so far.
   *
   * @throws SQLException if the database refuses
   */
  public synchronized WriteBacks writeBacks() throws SQLException {
    Map<String, Long> refusedByReason = new TreeMap<>();
    long pending = 0;
    long taken = 0;
    long refused = 0;
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select aae419, coalesce(aae420, ''), count(*) from exchange.cbxx_jyxx group by 1,"
                    + " 2")) {
      while (found.next()) {
        long rows = found.getLong(3);
        switch (found.getString(1)) {
          case "0" -> pending += rows;
          case "1" -> taken += rows;
          default -> {
            refused += rows;
            refusedByReason.merge(found.getString(2), rows, Long::sum);
          }
        }
      }
    }
    return new WriteBacks(pending, taken, refused, Map.copyOf(refusedByReason));
  }

  @Override
  public synchronized void close() throws SQLException {
    connection.close();
  }

  private void insert(List<LabourRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    Long[] numbers = new Long[rows.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = lastNumber + 1 + i;
    }
    try (PreparedStatement insert = connection.prepareStatement(LabourTable.insert())) {
      insert.setArray(1, connection.createArrayOf("bigint", numbers));
      int parameter = 2;
      for (LabourColumn column : LabourColumn.values()) {
        insert.setArray(parameter, connection.createArrayOf("text", values(rows, column)));
        parameter++;
      }
      insert.executeUpdate();
    }
    lastNumber += rows.size();
  }

  private static @Nullable Object[] values(List<LabourRow> rows, LabourColumn column) {
    @Nullable Object[] values = new @Nullable Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.get(i).fields().get(column);
    }
    return values;
  }

  private static LabourRow row(ResultSet found) throws SQLException {
    Fields.Draft<LabourColumn> draft = Fields.draft(LabourColumn.class);
    for (LabourColumn column : LabourColumn.values()) {
      draft.set(column, found.getString(column.columnName()));
    }
    return new LabourRow(draft.done());
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long count(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      found.next();
      return found.getLong(1);
    }
  }
}
