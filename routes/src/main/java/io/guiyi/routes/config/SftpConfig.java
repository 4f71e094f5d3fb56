package io.guiyi.routes.config;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.sftp.SftpSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Reads where an SFTP server is and by which keys both sides know each other: {@code host, port,
 * user, key-file, host-key, folder} and three spans.
 */
final class SftpConfig {
  /** Stands in where a source is not enabled and has no key yet; nothing is ever signed with it. */
  private static final Secret NO_KEY_YET = new Secret("-----BEGIN PRIVATE KEY-----");

  private static final Duration SHORTEST = Duration.ofMillis(100);

  private SftpConfig() {}

  /**
   * Reads a section and notes what is wrong with it.
   *
   * @param folder the configuration folder, to which {@code key-file} is relative
   * @param enabled whether the key must be there
   */
  static SftpSettings read(Path folder, ConfigNode node, boolean enabled) {
    SftpSettings settings =
        new SftpSettings(
            node.requiredText("host"),
            node.number("port", 1, 65_535, 22),
            node.requiredText("user"),
            key(folder, node, enabled),
            node.requiredText("host-key"),
            node.requiredText("folder"),
            node.duration(
                "connect-timeout", SHORTEST, Duration.ofMinutes(1), Duration.ofSeconds(10)),
            node.duration(
                "response-timeout", SHORTEST, Duration.ofMinutes(5), Duration.ofSeconds(30)),
            node.duration(
                "transfer-timeout", SHORTEST, Duration.ofHours(1), Duration.ofMinutes(10)));
    settings
        .faults()
        .forEach(fault -> {
          String key = setting(fault.setting());
          // A setting that is missing has its fault already.
          if (node.has(key) || key.endsWith("timeout")) {
            node.fault(key, key + " " + fault.sentence(), "correct it");
          }
        });
    return settings;
  }

  private static Secret key(Path folder, ConfigNode node, boolean enabled) {
    if (!enabled) {
      node.requiredText("key-file");
      return NO_KEY_YET;
    }
    String key = SecretFile.read(folder, node, "key-file");
    return key.isEmpty() ? NO_KEY_YET : new Secret(key);
  }

  private static String setting(String name) {
    return name.equals("privateKey")
        ? "key-file"
        : name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
