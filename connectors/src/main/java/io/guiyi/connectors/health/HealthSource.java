package io.guiyi.connectors.health;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SettingFault;
import io.guiyi.connectors.Source;
import io.guiyi.connectors.SourceHealth;
import io.guiyi.connectors.http.HttpPort;
import io.guiyi.connectors.http.RequestHeaders;
import io.guiyi.connectors.http.TokenHeader;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;

/** The health department's files as a source. */
public final class HealthSource implements Source {
  private final HealthSettings settings;
  private final HttpPort port;
  private final Guard guard;
  private final FhirService service;
  private final HealthRows rows;
  private final HealthCanon canon;
  private final Clock clock;

  private HealthSource(HealthSettings settings, HttpPort port, Clock clock) {
    this.settings = settings;
    this.port = port;
    this.guard = new Guard(settings.id(), settings.retry(), settings.breaker(), clock);
    this.service = new FhirService(settings.id(), port, guard);
    this.rows = new HealthRows(settings.id());
    this.canon = new HealthCanon();
    this.clock = clock;
  }

  /**
   * Opens the source; nothing is sent yet.
   *
   * @param context moves the requests; the source neither starts nor stops it
   * @throws IllegalArgumentException naming every fault of the settings
   */
  public static HealthSource create(CamelContext context, HealthSettings settings, Clock clock) {
    SettingFault.refuse(settings.faults());
    TokenHeader token = TokenHeader.bearer(settings.token());
    RequestHeaders headers =
        (method, path, body) -> {
          Map<String, String> all = new HashMap<>(token.headers(method, path, body));
          all.put("Accept", "application/fhir+json");
          return all;
        };
    HttpPort port = HttpPort.open(context, settings.id(), settings.http(), "", headers, clock);
    return new HealthSource(settings, port, clock);
  }

  @Override
  public SourceId id() {
    return settings.id();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the watermark is none of a health source
   */
  @Override
  public Pull pull(Watermark from) {
    return new HealthPull(settings, service, rows, clock, from);
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
