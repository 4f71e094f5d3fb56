package io.guiyi.connectors.declared;

import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.database.DepartmentDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements on a declared table. Everything is read as text of a bounded length, so that no
 * value, however dirty or long, stops the row beside it; the database compares bounds by the
 * columns' own types.
 */
final class TableWalk {
  /** Longer values are cut: long enough for every field of the catalogue to be found too long. */
  private static final int LONGEST_VALUE = 1_000;

  private final DepartmentDatabase database;
  private final JdbcRows settings;
  private final List<String> columns;
  private final List<String> order;

  /**
   * One row.
   *
   * @param texts its columns
   * @param place its values in the ordering columns, whole
   */
  record Found(Map<String, @Nullable String> texts, List<String> place) {}

  /**
   * A walk.
   *
   * @param columns what is read
   * @param order in the order of which columns; together they must name one row
   */
  TableWalk(
      DepartmentDatabase database, JdbcRows settings, List<String> columns, List<String> order) {
    this.database = database;
    this.settings = settings;
    this.columns = columns;
    this.order = List.copyOf(order);
  }

  /** How many rows there are. */
  long count() throws SourceUnavailable {
    String sql = "select count(*) from " + table();
    try (Connection connection = database.connections().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw database.failed(e, settings.table());
    }
  }

  /** The names of all its columns, also of those that were not agreed on. */
  Set<String> names() throws SourceUnavailable {
    String sql = "select * from %s limit 0".formatted(table());
    try (Connection connection = database.connections().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      Set<String> names = new LinkedHashSet<>();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        names.add(result.getMetaData().getColumnName(i));
      }
      return names;
    } catch (SQLException e) {
      throw database.failed(e, settings.table());
    }
  }

  /** Rows that cannot be ordered because one of the ordering columns is empty. */
  List<Found> unordered(int most) throws SourceUnavailable {
    String empty =
        order.stream().map(name -> quoted(name) + " is null").collect(Collectors.joining(" or "));
    return rows(empty, List.of(), most);
  }

  /** The first rows in order whose first ordering column is at least {@code least}. */
  List<Found> from(@Nullable String least) throws SourceUnavailable {
    return least == null
        ? rows(allGiven(), List.of(), settings.pageSize())
        : rows(
            allGiven() + " and " + quoted(order.getFirst()) + " >= ?",
            List.of(least),
            settings.pageSize());
  }

  /** The next rows in order after the row with these values in the ordering columns. */
  List<Found> after(List<String> last) throws SourceUnavailable {
    String names = order.stream().map(TableWalk::quoted).collect(Collectors.joining(", "));
    String marks = order.stream().map(_ -> "?").collect(Collectors.joining(", "));
    return rows(
        "%s and (%s) > (%s)".formatted(allGiven(), names, marks), last, settings.pageSize());
  }

  private List<Found> rows(String condition, List<String> bounds, int most)
      throws SourceUnavailable {
    String texts =
        columns.stream()
            .map(name -> "left(cast(%s as text), %d)".formatted(quoted(name), LONGEST_VALUE))
            .collect(Collectors.joining(", "));
    // What the walk continues from must come back whole, however long it is.
    String place =
        order.stream()
            .map(name -> "cast(%s as text)".formatted(quoted(name)))
            .collect(Collectors.joining(", "));
    String names = order.stream().map(TableWalk::quoted).collect(Collectors.joining(", "));
    String sql =
        "select %s, %s from %s where %s order by %s limit %d"
            .formatted(texts, place, table(), condition, names, most);
    try (Connection connection = database.connections().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < bounds.size(); i++) {
        statement.setString(i + 1, bounds.get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        return read(result);
      }
    } catch (SQLException e) {
      throw database.failed(e, settings.table());
    }
  }

  private List<Found> read(ResultSet result) throws SQLException {
    List<Found> rows = new ArrayList<>();
    while (result.next()) {
      Map<String, @Nullable String> texts = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        texts.put(columns.get(i), result.getString(i + 1));
      }
      List<String> place = new ArrayList<>();
      for (int i = 0; i < order.size(); i++) {
        String value = result.getString(columns.size() + i + 1);
        place.add(value == null ? "" : value);
      }
      rows.add(new Found(texts, place));
    }
    return rows;
  }

  private String allGiven() {
    return order.stream()
        .map(name -> quoted(name) + " is not null")
        .collect(Collectors.joining(" and "));
  }

  private String table() {
    return Arrays.asList(settings.table().split("\\.")).stream()
        .map(TableWalk::quoted)
        .collect(Collectors.joining("."));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
