package io.guiyi.connectors.declared;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SettingFault;
import io.guiyi.connectors.Source;
import io.guiyi.connectors.SourceHealth;
import io.guiyi.connectors.delivery.DeliveryMemory;
import io.guiyi.connectors.delivery.LocalFolder;
import io.guiyi.connectors.sftp.SftpFolder;
import io.guiyi.connectors.sftp.SftpSettings;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.CamelContext;

/** A source that is described in a {@link Declaration} and needs no code of its own. */
public final class DeclaredSource implements Source {
  private final Declaration declaration;
  private final Guard guard;
  private final DeclaredRows rows;
  private final DeclaredCanon canon;
  private final Reading reading;

  private DeclaredSource(Declaration declaration, Guard guard, DeclaredRows rows, Reading reading) {
    this.declaration = declaration;
    this.guard = guard;
    this.rows = rows;
    this.canon = new DeclaredCanon(declaration);
    this.reading = reading;
  }

  /**
   * Opens the source; nothing is read yet.
   *
   * @param context moves requests and files; the source neither starts nor stops it
   * @throws IllegalArgumentException naming everything in the declaration that does not fit
   *     together
   */
  public static DeclaredSource create(CamelContext context, Declaration declaration, Clock clock) {
    SettingFault.refuse(declaration.faults());
    Guard guard = new Guard(declaration.id(), declaration.retry(), declaration.breaker(), clock);
    DeclaredRows rows = new DeclaredRows(declaration);
    Reading reading =
        switch (declaration.protocol()) {
          case RestPages pages ->
              RestReading.open(context, declaration.id(), pages, guard, rows, clock);
          case JdbcRows table -> JdbcReading.open(declaration, table, guard, rows, clock);
          case FolderFiles(Path folder, TableFiles files) ->
              new FilesReading(
                  declaration,
                  files,
                  new LocalFolder(folder),
                  new DeliveryMemory(),
                  guard,
                  rows,
                  clock);
          case SftpFiles(SftpSettings server, TableFiles files) ->
              new FilesReading(
                  declaration,
                  files,
                  SftpFolder.open(context, declaration.id(), server),
                  new DeliveryMemory(),
                  guard,
                  rows,
                  clock);
        };
    return new DeclaredSource(declaration, guard, rows, reading);
  }

  @Override
  public SourceId id() {
    return declaration.id();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the watermark is none that this source ever gave
   */
  @Override
  public Pull pull(Watermark from) {
    return reading.pull(from);
  }

  @Override
  public Canonicalized canonicalize(SourceRecord row) {
    return canon.read(row);
  }

  @Override
  public Delivered reread(Position position, RawBytes payload) {
    return rows.read(position, payload);
  }

  /** A declared source is read and never written. */
  @Override
  public SourceHealth health() {
    return guard.health();
  }

  @Override
  public void close() {
    guard.close();
    reading.close();
  }
}
