package io.guiyi.connectors.declared;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.PageProfiler;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.delivery.DeliveryFolder;
import io.guiyi.connectors.delivery.DeliveryMemory;
import io.guiyi.connectors.delivery.DeliveryPull;
import io.guiyi.connectors.delivery.DeliveryRows;
import io.guiyi.connectors.table.DelimitedTable;
import io.guiyi.connectors.table.ExcelTable;
import io.guiyi.connectors.table.TableLimits;
import io.guiyi.connectors.table.TableReader;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import io.guiyi.records.Watermark;
import java.time.Clock;
import java.util.List;

/**
 * Reads tables out of a folder. A table in which an agreed column is missing is refused as a whole:
 * a column that was renamed is not a column whose cells are empty.
 */
record FilesReading(
    Declaration declaration,
    TableFiles files,
    DeliveryFolder folder,
    DeliveryMemory memory,
    Guard guard,
    DeclaredRows rows,
    Clock clock)
    implements Reading, DeliveryRows {

  @Override
  public Pull pull(Watermark from) {
    return new DeliveryPull(
        declaration.id(),
        folder,
        guard,
        files.names(),
        files.delivery(),
        this,
        memory,
        clock,
        from);
  }

  @Override
  public TableReader open(String file, byte[] content) throws SourceUnavailable {
    return open(declaration, files.format(), file, content, files.delivery().limits());
  }

  static TableReader open(
      Declaration declaration,
      TableFiles.Format format,
      String file,
      byte[] content,
      TableLimits limits)
      throws SourceUnavailable {
    TableReader table =
        switch (format) {
          case TableFiles.Format.Csv(var written) ->
              DelimitedTable.open(file, content, written, limits);
          case TableFiles.Format.Xlsx _ -> ExcelTable.open(file, content, limits);
        };
    List<String> missing =
        declaration.columns().stream().filter(column -> !table.columns().contains(column)).toList();
    if (!missing.isEmpty()) {
      table.close();
      throw SourceUnavailable.of(
          Kind.PROTOCOL,
          "%s lacks the agreed columns %s; if they were renamed, change columns and mapping in the"
                  .formatted(file, missing)
              + " source's file, otherwise ask the department");
    }
    return table;
  }

  @Override
  public Delivered read(Position position, RawBytes payload) {
    return rows.read(position, payload);
  }

  @Override
  public PageProfiler profiler() {
    return rows.profiler();
  }

  @Override
  public void close() {
    folder.close();
  }
}
