package io.guiyi.connectors.labour;

import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.database.DepartmentDatabase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.component.sql.SqlEndpoint;

/**
 * The two statements on the exchange table, moved by Camel's SQL endpoint. Everything is read as
 * text of a bounded length, so that no value, however dirty or long, stops the row beside it.
 */
final class ExchangeTable implements AutoCloseable {
  /** Longer values are cut: long enough for every field of the catalogue to be found too long. */
  private static final int LONGEST_VALUE = 1_000;

  private static final String COLUMNS_SQL =
      "select attname from pg_attribute where attrelid = cast(? as regclass)"
          + " and attnum > 0 and not attisdropped order by attnum limit 300";

  private final LabourSettings settings;
  private final DepartmentDatabase database;
  private final SqlComponent component;
  private final SqlEndpoint select;
  private final SqlEndpoint columns;
  private final SqlEndpoint update;
  private final FluentProducerTemplate template;

  private ExchangeTable(
      LabourSettings settings,
      DepartmentDatabase database,
      SqlComponent component,
      SqlEndpoint select,
      SqlEndpoint columns,
      SqlEndpoint update,
      FluentProducerTemplate template) {
    this.settings = settings;
    this.database = database;
    this.component = component;
    this.select = select;
    this.columns = columns;
    this.update = update;
    this.template = template;
  }

  /** Opens the table; no connection is made yet. */
  static ExchangeTable open(CamelContext context, LabourSettings settings) {
    DepartmentDatabase database = DepartmentDatabase.open(settings.id(), settings.database());
    SqlComponent component = new SqlComponent();
    component.setCamelContext(context);
    component.setDataSource(database.connections());
    try {
      component.start();
      SqlEndpoint select = (SqlEndpoint) component.createEndpoint("sql:pending");
      select.setQuery(selectSql(settings.table()));
      select.setParametersCount(2);
      select.start();
      SqlEndpoint columns = (SqlEndpoint) component.createEndpoint("sql:columns");
      columns.setQuery(COLUMNS_SQL);
      columns.setParametersCount(1);
      columns.start();
      SqlEndpoint update = (SqlEndpoint) component.createEndpoint("sql:outcome");
      update.setQuery(updateSql(settings.table()));
      update.setParametersCount(RowState.PARAMETERS);
      update.setBatch(true);
      update.start();
      FluentProducerTemplate template = context.createFluentProducerTemplate();
      template.start();
      return new ExchangeTable(settings, database, component, select, columns, update, template);
    } catch (Exception e) {
      component.stop();
      database.close();
      throw new IllegalStateException(
          "%s: the SQL endpoints cannot be built".formatted(settings.id()), e);
    }
  }

  /** Reads up to a page of pending rows whose number is above {@code number}, in order. */
  List<LabourRow> pendingAbove(long number) throws SourceUnavailable {
    Exchange answer = template.withBody(List.of(number, settings.pageSize())).to(select).send();
    if (answer.getException() != null) {
      throw database.failed(answer.getException(), settings.table());
    }
    List<LabourRow> rows = new ArrayList<>();
    List<?> found = answer.getMessage().getBody(List.class);
    for (Object row : Objects.requireNonNullElse(found, List.of())) {
      rows.add(LabourRow.of((Map<?, ?>) row));
    }
    return rows;
  }

  /** The names of all columns of the table, also of those not read; none if it does not say. */
  Set<String> columns() {
    Exchange answer = template.withBody(List.of(settings.table())).to(columns).send();
    if (answer.getException() != null) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>();
    List<?> found = answer.getMessage().getBody(List.class);
    for (Object row : Objects.requireNonNullElse(found, List.of())) {
      names.add(String.valueOf(((Map<?, ?>) row).get("attname")));
    }
    return names;
  }

  /** Writes states; rows that are no longer pending stay as they are. */
  void write(List<RowState> states) throws SourceUnavailable {
    Exchange answer =
        template.withBody(states.stream().map(RowState::parameters).toList()).to(update).send();
    if (answer.getException() != null) {
      throw database.failed(answer.getException(), settings.table());
    }
  }

  @Override
  public void close() {
    template.stop();
    select.stop();
    columns.stop();
    update.stop();
    component.stop();
    database.close();
  }

  private static String selectSql(String table) {
    String columns =
        LabourColumns.TEXTS.stream()
            .map(name -> "left(cast(%1$s as text), %2$d) as %1$s".formatted(name, LONGEST_VALUE))
            .collect(Collectors.joining(", "));
    return "select %1$s, %2$s from %3$s where aae419 = '0' and %1$s > ? order by %1$s limit ?"
        .formatted(LabourColumns.NUMBER, columns, table);
  }

  private static String updateSql(String table) {
    return ("update %s set aae419 = ?, aae420 = ?, aae421 = ?, aae422 = ?"
            + " where %s = ? and aae419 = '0'")
        .formatted(table, LabourColumns.NUMBER);
  }
}
