package io.guiyi.connectors.labour;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.RowJson;
import io.guiyi.connectors.SettingFault;
import io.guiyi.connectors.Source;
import io.guiyi.connectors.SourceHealth;
import io.guiyi.connectors.WriteBack;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.CamelContext;

/** The labour bureau's exchange table as a source. */
public final class LabourSource implements Source {
  private final LabourSettings settings;
  private final ExchangeTable table;
  private final Guard reading;

  /** A guard of its own, so that a table that cannot be written can still be read. */
  private final Guard telling;

  private final LabourCanon canon = new LabourCanon();
  private final LabourWriteBack writeBack;

  private LabourSource(LabourSettings settings, ExchangeTable table, Clock clock) {
    this.settings = settings;
    this.table = table;
    this.reading = new Guard(settings.id(), settings.retry(), settings.breaker(), clock);
    this.telling = new Guard(settings.id(), settings.retry(), settings.breaker(), clock);
    this.writeBack = new LabourWriteBack(table, telling, clock);
  }

  /**
   * Opens the source; no connection is made yet.
   *
   * @param context moves the statements; the source neither starts nor stops it
   * @throws IllegalArgumentException naming every fault of the settings
   */
  public static LabourSource create(CamelContext context, LabourSettings settings, Clock clock) {
    SettingFault.refuse(settings.faults());
    return new LabourSource(settings, ExchangeTable.open(context, settings), clock);
  }

  @Override
  public SourceId id() {
    return settings.id();
  }

  /**
   * {@inheritDoc}
   *
   * <p>It begins at the lowest pending row, because a row may be committed late under a small
   * number. Only while the bureau cannot be told what was taken it begins after the watermark: rows
   * that are still pending for that reason alone would be read again by every pull.
   *
   * @throws IllegalArgumentException if the watermark is no number
   */
  @Override
  public Pull pull(Watermark from) {
    boolean told = telling.health().isWell();
    return new LabourPull(settings.id(), table, reading, settings.pageSize(), from, !told);
  }

  @Override
  public Canonicalized canonicalize(SourceRecord row) {
    return canon.read(row);
  }

  @Override
  public Delivered reread(Position position, RawBytes payload) {
    try {
      return LabourRow.of(RowJson.read(payload)).read(settings.id());
    } catch (RowFault fault) {
      return fault.quarantine(settings.id(), position, payload);
    }
  }

  @Override
  public Optional<WriteBack> writeBack() {
    return Optional.of(writeBack);
  }

  /** The breaker and the last success are those of reading; a failing write-back is told too. */
  @Override
  public SourceHealth health() {
    SourceHealth read = reading.health();
    SourceHealth told = telling.health();
    return told.isWell()
        ? read
        : new SourceHealth(read.source(), read.breaker(), read.lastSuccess(), told.lastFailure());
  }

  @Override
  public void close() {
    reading.close();
    telling.close();
    table.close();
  }
}
