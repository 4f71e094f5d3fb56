package io.guiyi.lab.drill.malformed;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.Source;
import io.guiyi.connectors.declared.DeclaredSource;
import io.guiyi.connectors.education.EducationSettings;
import io.guiyi.connectors.education.EducationSource;
import io.guiyi.connectors.health.HealthSettings;
import io.guiyi.connectors.health.HealthSource;
import io.guiyi.connectors.labour.LabourSettings;
import io.guiyi.connectors.labour.LabourSource;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.connectors.police.PoliceSource;
import io.guiyi.connectors.sftp.SftpSettings;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Position;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceRecord;
import io.guiyi.routes.config.HubConfig;
import io.guiyi.routes.pull.SourceEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The connectors of the six sources, to read rows with: opened, never pulled, and nothing is there
 * where they would pull from.
 */
final class OpenSources implements AutoCloseable {
  private static final Position HERE = new Position("lsh=1");

  /** Where health's doses stand that are held aside without their file: decision 24. */
  private static final Position DOSES = new Position("page 1 file 1 doses");

  private static final Secret SECRET = new Secret("an-invented-secret-of-the-lab");
  private static final String NOWHERE = "http://127.0.0.1:1";

  private final CamelContext camel = new DefaultCamelContext();
  private final Map<Feed, Source> sources = new EnumMap<>(Feed.class);

  /**
   * Opens them.
   *
   * @param config the operator's configuration folder, for the two that are declared there
   */
  OpenSources(Path config, Clock clock) {
    camel.start();
    for (Feed feed : Feed.values()) {
      sources.put(
          feed,
          switch (feed) {
            case POLICE ->
                PoliceSource.create(camel, PoliceSettings.of(NOWHERE, "lab", SECRET), clock);
            case LABOUR ->
                LabourSource.create(
                    camel,
                    LabourSettings.of("jdbc:postgresql://127.0.0.1:1/none", "lab", SECRET),
                    clock);
            case EDUCATION ->
                EducationSource.create(camel, EducationSettings.of(nobodysServer()), clock);
            case HEALTH ->
                HealthSource.create(camel, HealthSettings.of(NOWHERE + "/fhir", SECRET), clock);
            case UNION, VILLAGE -> declared(config.resolve("sources"), feed, clock);
          });
    }
  }

  private static SftpSettings nobodysServer() {
    return SftpSettings.of(
        "127.0.0.1",
        1,
        "lab",
        new Secret("-----BEGIN PRIVATE KEY-----"),
        "ssh-ed25519 " + "A".repeat(68),
        "/out");
  }

  private Source declared(Path folder, Feed feed, Clock clock) {
    Path file = folder.resolve(feed.source() + ".yaml");
    return switch (HubConfig.source(file, false).dialect()) {
      case SourceEntry.Declared(var declaration, Path _) ->
          DeclaredSource.create(camel, declaration, clock);
      case SourceEntry.Police _,
          SourceEntry.Labour _,
          SourceEntry.Education _,
          SourceEntry.Health _ ->
          throw new IllegalStateException(file + " declares no source");
    };
  }

  /**
   * What becomes of a row that is read anew. Of a health file that is taken without a dose, it is
   * what becomes of the dose.
   */
  Canonicalized read(Feed feed, RawBytes row) {
    Canonicalized whole = read(feed, HERE, row);
    if (feed != Feed.HEALTH || whole instanceof Quarantined) {
      return whole;
    }
    return read(feed, DOSES, row) instanceof Quarantined dose ? dose : whole;
  }

  private Canonicalized read(Feed feed, Position position, RawBytes row) {
    Source source = Objects.requireNonNull(sources.get(feed));
    return switch (source.reread(position, row)) {
      case SourceRecord known -> source.canonicalize(known);
      case Quarantined aside -> aside;
    };
  }

  @Override
  public void close() {
    sources.values().forEach(Source::close);
    camel.stop();
  }
}
