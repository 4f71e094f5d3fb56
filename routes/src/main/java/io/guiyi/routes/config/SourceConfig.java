package io.guiyi.routes.config;

import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.declared.Declaration;
import io.guiyi.connectors.delivery.DeliverySettings;
import io.guiyi.connectors.education.EducationSettings;
import io.guiyi.connectors.health.HealthSettings;
import io.guiyi.connectors.http.HttpSettings;
import io.guiyi.connectors.labour.LabourSettings;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.connectors.table.TableLimits;
import io.guiyi.records.IntakePage;
import io.guiyi.records.SourceId;
import io.guiyi.routes.pull.SourceEntry;
import io.guiyi.routes.pull.SourceEntry.Dialect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code sources/NAME.yaml}: the file's name is the source's. */
final class SourceConfig {
  private static final int MEGABYTE = 1024 * 1024;

  /** A yearly list may be a month late. */
  private static final Duration LONGEST_SILENCE = Duration.ofDays(400);

  private final Path folder;
  private final ConfigFaults faults;

  SourceConfig(Path folder, ConfigFaults faults) {
    this.folder = folder;
    this.faults = faults;
  }

  /** Reads a source; its secrets must be there if it is enabled. */
  Optional<SourceEntry> read(Path file) {
    return read(file, Secrets.IF_ENABLED);
  }

  /** When the secrets of a source must be there. */
  enum Secrets {
    IF_ENABLED,
    NEEDED,
    NOT_NEEDED;

    boolean areNeeded(boolean enabled) {
      return switch (this) {
        case IF_ENABLED -> enabled;
        case NEEDED -> true;
        case NOT_NEEDED -> false;
      };
    }
  }

  Optional<SourceEntry> read(Path file, Secrets secrets) {
    ConfigNode node = ConfigFile.read(folder, file, faults);
    Optional<SourceId> id = name(file);
    String connector =
        node.choice(
            "connector", List.of("police", "labour", "education", "health", "declared"), "");
    boolean enabled = node.flag("enabled", true);
    Duration every =
        node.duration("every", Duration.ofMillis(100), Duration.ofDays(1), Duration.ofSeconds(60));
    @Nullable Duration expect =
        node.has("expect")
            ? node.duration("expect", every, LONGEST_SILENCE, LONGEST_SILENCE)
            : null;
    if (id.isEmpty() || connector.isEmpty()) {
      return Optional.empty();
    }
    if (connector.equals("declared")) {
      Optional<Declaration> declaration =
          new DeclaredConfig(folder).read(id.get(), node, secrets.areNeeded(enabled));
      node.rejectUnknown();
      return declaration.map(
          found -> new SourceEntry(enabled, every, new SourceEntry.Declared(found, file), expect));
    }
    SourceParts parts = new SourceParts(folder, enabled);
    String delivery = connector.equals("education") ? "by-name" : "delta";
    node.choice("delivery", List.of(delivery), delivery);
    Dialect dialect =
        switch (connector) {
          case "police" -> new SourceEntry.Police(police(id.get(), node, parts));
          case "education" -> new SourceEntry.Education(education(id.get(), node, parts));
          case "health" -> new SourceEntry.Health(health(id.get(), node, parts));
          default -> new SourceEntry.Labour(labour(id.get(), node, parts));
        };
    node.rejectUnknown();
    return Optional.of(new SourceEntry(enabled, every, dialect, expect));
  }

  private Optional<SourceId> name(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
    try {
      return Optional.of(new SourceId(name));
    } catch (IllegalArgumentException e) {
      faults.add(
          new ConfigFault(
              folder.relativize(file).toString(),
              0,
              String.valueOf(e.getMessage()),
              "rename the file"));
      return Optional.empty();
    }
  }

  private PoliceSettings police(SourceId id, ConfigNode node, SourceParts parts) {
    PoliceSettings settings =
        new PoliceSettings(
            id,
            HttpSettings.of(node.httpUri("url").toString()),
            node.requiredText("client-id"),
            parts.secret(node, "secret-file"),
            pageSize(node),
            node.duration(
                "overlap", Duration.ofSeconds(1), Duration.ofDays(7), Duration.ofMinutes(10)),
            RetrySettings.defaults(),
            BreakerSettings.defaults());
    SourceParts.note(node, settings.faults());
    return settings;
  }

  private LabourSettings labour(SourceId id, ConfigNode node, SourceParts parts) {
    LabourSettings settings =
        new LabourSettings(
            id,
            parts.database(node),
            node.text("table", "exchange.cbxx_jyxx"),
            pageSize(node),
            RetrySettings.defaults(),
            BreakerSettings.defaults());
    SourceParts.note(node, settings.faults());
    return settings;
  }

  private EducationSettings education(SourceId id, ConfigNode node, SourceParts parts) {
    DeliverySettings usual = DeliverySettings.withMarkers();
    TableLimits limits = usual.limits();
    int megabytes = node.number("max-size-mb", 1, 1024, limits.bytes() / MEGABYTE);
    double shrink = node.number("shrink-percent", 0, 100, 20) / 100.0;
    EducationSettings settings =
        new EducationSettings(
            id,
            parts.sftp(node),
            new DeliverySettings(
                usual.marked(),
                usual.settle(),
                usual.running(),
                shrink,
                pageSize(node),
                new TableLimits(megabytes * MEGABYTE, limits.rows(), limits.columns())),
            RetrySettings.defaults(),
            BreakerSettings.defaults());
    SourceParts.note(node, settings.faults());
    return settings;
  }

  private HealthSettings health(SourceId id, ConfigNode node, SourceParts parts) {
    HealthSettings settings =
        new HealthSettings(
            id,
            HttpSettings.of(node.httpUri("url").toString()),
            parts.secret(node, "token-file"),
            node.number("page-size", 1, HealthSettings.MOST_PATIENTS, HealthSettings.MOST_PATIENTS),
            node.duration(
                "overlap", Duration.ofSeconds(1), Duration.ofDays(7), Duration.ofMinutes(15)),
            RetrySettings.defaults(),
            BreakerSettings.defaults());
    SourceParts.note(node, settings.faults());
    return settings;
  }

  private static int pageSize(ConfigNode node) {
    return node.number("page-size", 1, IntakePage.MAX_ROWS, 1_000);
  }
}
