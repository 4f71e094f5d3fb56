package io.guiyi.connectors.education;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SettingFault;
import io.guiyi.connectors.Source;
import io.guiyi.connectors.SourceHealth;
import io.guiyi.connectors.delivery.DeliveryFolder;
import io.guiyi.connectors.delivery.DeliveryMemory;
import io.guiyi.connectors.delivery.DeliveryPull;
import io.guiyi.connectors.sftp.SftpFolder;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import java.time.Clock;
import org.apache.camel.CamelContext;

/** The school roll as a source. */
public final class EducationSource implements Source {
  private final EducationSettings settings;
  private final DeliveryFolder folder;
  private final Guard guard;
  private final EducationRows rows;
  private final EducationCanon canon = new EducationCanon();
  private final DeliveryMemory memory = new DeliveryMemory();
  private final Clock clock;

  private EducationSource(EducationSettings settings, DeliveryFolder folder, Clock clock) {
    this.settings = settings;
    this.folder = folder;
    this.guard = new Guard(settings.id(), settings.retry(), settings.breaker(), clock);
    this.rows = new EducationRows(settings.id(), settings.delivery().limits());
    this.clock = clock;
  }

  /**
   * Opens the source; no connection is made yet.
   *
   * @param context holds the SFTP endpoint; the source neither starts nor stops it
   * @throws IllegalArgumentException naming every fault of the settings
   */
  public static EducationSource create(
      CamelContext context, EducationSettings settings, Clock clock) {
    SettingFault.refuse(settings.faults());
    SftpFolder folder = SftpFolder.open(context, settings.id(), settings.sftp());
    return new EducationSource(settings, folder, clock);
  }

  @Override
  public SourceId id() {
    return settings.id();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the watermark is none of deliveries
   */
  @Override
  public Pull pull(Watermark from) {
    return new DeliveryPull(
        settings.id(),
        folder,
        guard,
        EducationFiles::read,
        settings.delivery(),
        rows,
        memory,
        clock,
        from);
  }

  @Override
  public Canonicalized canonicalize(SourceRecord row) {
    return canon.read(row);
  }

  @Override
  public Delivered reread(Position position, RawBytes payload) {
    return rows.read(position, payload);
  }

  @Override
  public SourceHealth health() {
    return guard.health();
  }

  @Override
  public void close() {
    guard.close();
    folder.close();
  }
}
