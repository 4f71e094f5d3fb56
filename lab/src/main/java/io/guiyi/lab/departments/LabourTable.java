package io.guiyi.lab.departments;

import io.guiyi.lab.population.feeds.LabourColumn;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements by which the labour department keeps {@code exchange.cbxx_jyxx}. */
final class LabourTable {

  /** For the reader's query and for the department's own look-ups. */
  static final String CREATE_INDEXES =
      """
      create index if not exists cbxx_jyxx_pending on exchange.cbxx_jyxx (lsh) where aae419 = '0';
      create index if not exists cbxx_jyxx_key on exchange.cbxx_jyxx (ywlsh, lsh);
      """;

  /** A bulk load is quicker when the indexes are built after it. */
  static final String DROP_INDEXES =
      """
      drop index if exists exchange.cbxx_jyxx_pending;
      drop index if exists exchange.cbxx_jyxx_key;
      """;

  private LabourTable() {}

  /** Schema, table and indexes. */
  static String create() {
    String columns =
        Arrays.stream(LabourColumn.values())
            .map(column -> column.columnName() + " " + type(column))
            .collect(Collectors.joining(",\n  "));
    return """
    create schema if not exists exchange;
    create table if not exists exchange.cbxx_jyxx (
      lsh bigint primary key,
      aae419 char(1) not null default '0',
      aae420 varchar,
      aae421 varchar,
      aae422 timestamp,
      %s
    );
    """
            .formatted(columns)
        + CREATE_INDEXES;
  }

  /** The role by which the hub reads and writes back, and nothing more. */
  static String role(String name, String password) {
    if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException(
          "role name '%s' is not lower-case letters, digits and underscores: choose another"
              .formatted(name));
    }
    return """
    do $$ begin
      if not exists (select from pg_roles where rolname = '%1$s') then
        create role %1$s login password '%2$s';
      end if;
    end $$;
    do $$ begin
      execute format('grant connect on database %%I to %1$s', current_database());
    end $$;
    grant usage on schema exchange to %1$s;
    grant select on exchange.cbxx_jyxx to %1$s;
    grant update (aae419, aae420, aae421, aae422) on exchange.cbxx_jyxx to %1$s;
    """
        .formatted(name, password.replace("'", "''"));
  }

  /**
   * Inserts as many rows as the arrays are long: one for the running numbers, one for each column.
   */
  static String insert() {
    String names =
        Arrays.stream(LabourColumn.values())
            .map(LabourColumn::columnName)
            .collect(Collectors.joining(", "));
    String values =
        Arrays.stream(LabourColumn.values())
            .map(
                column -> column == LabourColumn.AAE418 ? "aae418::timestamp" : column.columnName())
            .collect(Collectors.joining(", "));
    String arrays =
        Stream.concat(
                Stream.of("?::bigint[]"),
                Arrays.stream(LabourColumn.values()).map(column -> "?::text[]"))
            .collect(Collectors.joining(", "));
    return "insert into exchange.cbxx_jyxx (lsh, %s) select lsh, %s from unnest(%s) as row(lsh, %s)"
        .formatted(names, values, arrays, names);
  }

  /** The newest version of the record whose row stands at or after a running number. */
  static String newestVersion() {
    String columns =
        Arrays.stream(LabourColumn.values())
            .map(column ->
                column == LabourColumn.AAE418
                    ? "to_char(aae418, 'YYYY-MM-DD HH24:MI:SS') as aae418"
                    : column.columnName())
            .collect(Collectors.joining(", "));
    return """
    select %s from exchange.cbxx_jyxx
    where ywlsh = (
      select ywlsh from exchange.cbxx_jyxx where lsh >= ? order by lsh limit 1)
    order by cbxx_jyxx.aae418 desc, lsh desc limit 1
    """
        .formatted(columns);
  }

  private static String type(LabourColumn column) {
    return switch (column) {
      case AAA321 -> "char(1)";
      case AAE418 -> "timestamp not null";
      case YWLSH -> "varchar not null";
      default -> "varchar";
    };
  }
}
