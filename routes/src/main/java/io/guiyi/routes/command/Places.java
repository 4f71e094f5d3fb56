package io.guiyi.routes.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command reads its configuration and keeps its data. */
public final class Places {
  /** System property that the launcher sets: the folder it stands in. */
  static final String HOME = "guiyi.home";

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "configuration folder (default: config beside the launcher)")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the only folder written to (default: var beside the launcher)")
  private @Nullable Path data;

  /** The configuration folder. */
  public Path config() {
    return (config == null ? home().resolve("config") : config).toAbsolutePath().normalize();
  }

  /** The data folder. */
  public Path data() {
    return (data == null ? home().resolve("var") : data).toAbsolutePath().normalize();
  }

  /** The folder of the launcher. */
  public static Path home() {
    return Path.of(System.getProperty(HOME, "."));
  }
}
