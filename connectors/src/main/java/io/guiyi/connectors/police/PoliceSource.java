package io.guiyi.connectors.police;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SettingFault;
import io.guiyi.connectors.Source;
import io.guiyi.connectors.SourceHealth;
import io.guiyi.connectors.http.HttpPort;
import io.guiyi.connectors.http.RequestSigner;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import java.time.Clock;
import org.apache.camel.CamelContext;

/** The police's registrations as a source. */
public final class PoliceSource implements Source {
  private static final String PATH = "/police/v1/registrations";

  private final PoliceSettings settings;
  private final HttpPort port;
  private final Guard guard;
  private final PoliceRows rows;
  private final PoliceCanon canon;
  private final Clock clock;

  private PoliceSource(PoliceSettings settings, HttpPort port, Clock clock) {
    this.settings = settings;
    this.port = port;
    this.guard = new Guard(settings.id(), settings.retry(), settings.breaker(), clock);
    this.rows = new PoliceRows(settings.id());
    this.canon = new PoliceCanon();
    this.clock = clock;
  }

  /**
   * Opens the source; nothing is sent yet.
   *
   * @param context moves the requests; the source neither starts nor stops it
   * @throws IllegalArgumentException naming every fault of the settings
   */
  public static PoliceSource create(CamelContext context, PoliceSettings settings, Clock clock) {
    SettingFault.refuse(settings.faults());
    RequestSigner signer = new RequestSigner(settings.clientId(), settings.secret(), clock);
    HttpPort port = HttpPort.open(context, settings.id(), settings.http(), PATH, signer, clock);
    return new PoliceSource(settings, port, clock);
  }

  @Override
  public SourceId id() {
    return settings.id();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the watermark is no instant
   */
  @Override
  public Pull pull(Watermark from) {
    return new PolicePull(settings, port, guard, rows, clock, from);
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
    port.close();
  }
}
