package io.guiyi.connectors.declared;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.database.DepartmentDatabase;
import io.guiyi.records.Watermark;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Reads a table of a department's database. */
record JdbcReading(
    Declaration declaration,
    JdbcRows settings,
    DepartmentDatabase database,
    TableWalk table,
    Guard guard,
    DeclaredRows rows,
    Clock clock)
    implements Reading {

  static JdbcReading open(
      Declaration declaration, JdbcRows settings, Guard guard, DeclaredRows rows, Clock clock) {
    DepartmentDatabase database =
        DepartmentDatabase.openForReading(declaration.id(), settings.database());
    SequencedSet<String> order = new LinkedHashSet<>();
    if (settings.orderBy() != null && !declaration.delivery().isComplete()) {
      order.add(settings.orderBy());
    }
    order.addAll(declaration.row().key().names());
    List<String> columns = declaration.columns();
    TableWalk table = new TableWalk(database, settings, columns, new ArrayList<>(order));
    return new JdbcReading(declaration, settings, database, table, guard, rows, clock);
  }

  @Override
  public Pull pull(Watermark from) {
    TableRows found = new TableRows(declaration.id(), table, guard, rows);
    return declaration.delivery().isComplete()
        ? new JdbcCompletePull(
            declaration.id(),
            found,
            settings,
            declaration.delivery().shrinkAtMost(),
            from,
            clock.instant())
        : new JdbcPull(declaration.id(), found, settings, from);
  }

  @Override
  public void close() {
    database.close();
  }
}
