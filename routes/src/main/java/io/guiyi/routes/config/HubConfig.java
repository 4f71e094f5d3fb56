package io.guiyi.routes.config;

import io.guiyi.matching.model.KeptModel;
import io.guiyi.registry.RegisterSettings;
import io.guiyi.registry.RegisterSettings.ExternalDatabase;
import io.guiyi.registry.intake.RetentionSettings;
import io.guiyi.registry.watch.WatchSettings;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.publish.BrokerSettings;
import io.guiyi.routes.pull.SourceEntry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the whole configuration folder into {@link HubSettings}. */
public final class HubConfig {
  private static final int MAX_FILES = 100;

  private final Path folder;
  private final Path data;
  private final ConfigFaults faults;

  private HubConfig(Path folder, Path data, ConfigFaults faults) {
    this.folder = folder;
    this.data = data;
    this.faults = faults;
  }

  /**
   * Reads every file. Where something is wrong, a fault is noted and a fallback stands in, so that
   * the answer is only to be used if there are no faults.
   *
   * @param folder the configuration folder
   * @param data the folder the hub will write to
   */
  public static HubSettings read(Path folder, Path data, ConfigFaults faults) {
    return new HubConfig(folder, data, faults).read();
  }

  /**
   * Reads every file.
   *
   * @throws ConfigRefused if anything is wrong
   */
  public static HubSettings read(Path folder, Path data) {
    ConfigFaults faults = new ConfigFaults();
    HubSettings settings = read(folder, data, faults);
    faults.refuseIfAny();
    return settings;
  }

  /**
   * Reads one source's file alone. It may lie anywhere; what it names is looked for in the folder
   * above {@code sources/}, or else beside it.
   *
   * @param secrets whether the source's secrets must be there
   * @throws ConfigRefused if anything is wrong
   */
  public static SourceEntry source(Path file, boolean secrets) {
    Path whole = file.toAbsolutePath().normalize();
    Path beside = Objects.requireNonNull(whole.getParent());
    Path above = beside.getParent();
    Path folder = beside.endsWith("sources") && above != null ? above : beside;
    ConfigFaults faults = new ConfigFaults();
    Optional<SourceEntry> source =
        new SourceConfig(folder, faults)
            .read(whole, secrets ? SourceConfig.Secrets.NEEDED : SourceConfig.Secrets.NOT_NEEDED);
    faults.refuseIfAny();
    return source.orElseThrow();
  }

  private HubSettings read() {
    ConfigNode application = ConfigFile.read(folder, folder.resolve("application.yaml"), faults);
    HubSettings.Http http = http(application.section("http"));
    RegisterSettings register =
        register(application.section("database")).withWatch(watch(application.section("watch")));
    BrokerSettings broker = broker(application.section("broker"));
    KeptModel model = model(application.section("matching"));
    application.rejectUnknown();
    checkModels();
    SourceConfig sources = new SourceConfig(folder, faults);
    SubscriberConfig subscribers = new SubscriberConfig(faults);
    return new HubSettings(
        data,
        http,
        register,
        broker,
        files("sources").map(sources::read).flatMap(Optional::stream).toList(),
        files("subscribers")
            .map(file -> subscribers.read(folder, file))
            .flatMap(Optional::stream)
            .toList(),
        retention(),
        model);
  }

  /** The model that the hub weighs with: the one named, or else the one that is shipped. */
  private KeptModel model(ConfigNode node) {
    String name = node.text("model", "");
    node.rejectUnknown();
    if (!name.isEmpty()) {
      try {
        return ModelFile.kept(folder.resolve(name));
      } catch (ConfigRefused refused) {
        refused.faults().stream()
            .map(fault -> new ConfigFault(name, fault.line(), fault.problem(), fault.remedy()))
            .forEach(faults::add);
      }
    }
    return ModelFile.shipped();
  }

  /** Models lie beside the hub's own for whoever links files; they are to be sound as well. */
  private void checkModels() {
    if (Files.isDirectory(folder.resolve("matching"))) {
      files("matching").forEach(file -> ModelConfig.read(ConfigFile.read(folder, file, faults)));
    }
  }

  /** Without the file everything is kept as long as is usual. */
  private RetentionSettings retention() {
    Path file = folder.resolve("retention.yaml");
    return Files.exists(file)
        ? RetentionConfig.read(ConfigFile.read(folder, file, faults))
        : RetentionSettings.DEFAULT;
  }

  private HubSettings.Http http(ConfigNode node) {
    String host = node.text("host", "127.0.0.1");
    if (!isLoopback(host)) {
      node.fault(
          "host",
          "http.host is '%s'".formatted(host),
          "write a loopback address such as 127.0.0.1");
    }
    int port = node.number("port", 0, 65_535, 8470);
    node.rejectUnknown();
    return new HubSettings.Http(host, port);
  }

  private RegisterSettings register(ConfigNode node) {
    int connections = node.number("connections", 4, 40, RegisterSettings.CONNECTIONS_DEFAULT);
    @Nullable ExternalDatabase external = null;
    if (node.has("url")) {
      String url = node.requiredText("url");
      String user = node.requiredText("user");
      String password = SecretFile.read(folder, node, "password-file");
      if (url.startsWith("jdbc:postgresql:")) {
        external = new ExternalDatabase(url, user, password);
      } else {
        node.fault(
            "url",
            "database.url is '%s'".formatted(url),
            "write jdbc:postgresql://host:port/database, the one dialect the hub speaks");
      }
    }
    node.rejectUnknown();
    return new RegisterSettings(data, external, connections, holder(), RegisterSettings.POLICE);
  }

  private static WatchSettings watch(ConfigNode node) {
    WatchSettings usual = WatchSettings.USUAL;
    WatchSettings settings =
        new WatchSettings(
            node.decimal("shift", 0.01, 10, usual.shift()),
            node.number("rows-before", 1, 1_000_000, (int) usual.rowsBefore()),
            node.number("rows-new", 1, 1_000_000, (int) usual.rowsNew()),
            node.decimal("quarantine-share", 0, 1, usual.quarantineShare()),
            node.duration(
                "write-back-within",
                Duration.ofMinutes(1),
                Duration.ofDays(30),
                usual.writeBackWithin()));
    node.rejectUnknown();
    return settings;
  }

  private BrokerSettings broker(ConfigNode node) {
    int port = node.number("port", 0, 65_535, 61_670);
    BrokerSettings settings = BrokerSettings.embedded(data.resolve("broker"), port);
    if (node.has("url")) {
      settings =
          new BrokerSettings(
              data.resolve("broker"),
              port,
              Optional.of(node.requiredText("url")),
              Optional.of(node.requiredText("user")),
              Optional.of(SecretFile.path(folder, node, "password-file")));
      SecretFile.read(folder, node, "password-file");
    }
    node.rejectUnknown();
    return settings;
  }

  private Stream<Path> files(String kind) {
    Path directory = folder.resolve(kind);
    if (!Files.isDirectory(directory)) {
      faults.add(new ConfigFault(kind, 0, "no such folder", "create it under " + folder));
      return Stream.empty();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> found =
          entries.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      if (found.size() > MAX_FILES) {
        faults.add(
            new ConfigFault(
                kind, 0, "holds %d files".formatted(found.size()), "keep at most " + MAX_FILES));
      }
      return found.stream().limit(MAX_FILES);
    } catch (IOException e) {
      faults.add(new ConfigFault(kind, 0, "cannot be listed", "check the folder's rights"));
      return Stream.empty();
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static String holder() {
    return "hub-" + ProcessHandle.current().pid();
  }
}
