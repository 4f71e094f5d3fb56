package io.guiyi.routes.config;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SettingFault;
import io.guiyi.connectors.database.DatabaseSettings;
import io.guiyi.connectors.sftp.SftpSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What several kinds of source are told in the same words: secrets, a database, an SFTP server.
 * These questions note what the file lacks; {@link #note} notes what the settings say of
 * themselves.
 */
final class SourceParts {
  /** Stands in where a source has no secret; no source is ever called with it. */
  private static final Secret NO_SECRET_YET = new Secret("not-yet-there-not-yet-there");

  /** Stands in where a source has no key; nothing is ever signed with it. */
  private static final Secret NO_KEY_YET = new Secret("-----BEGIN PRIVATE KEY-----");

  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** What is not called in the file as in the settings' records. */
  private static final Map<String, String> NAMES =
      Map.of(
          "private-key", "key-file",
          "secret", "secret-file",
          "password", "password-file",
          "token", "token-file",
          "base-url", "url",
          "jdbc-url", "url");

  private final Path folder;
  private final boolean secretsNeeded;

  /**
   * The parts of one source.
   *
   * @param folder the configuration folder, to which files of secrets are relative
   * @param secretsNeeded whether they must be there
   */
  SourceParts(Path folder, boolean secretsNeeded) {
    this.folder = folder;
    this.secretsNeeded = secretsNeeded;
  }

  /** The secret in the file that {@code key} names. */
  Secret secret(ConfigNode node, String key) {
    return secret(node, key, NO_SECRET_YET);
  }

  private Secret secret(ConfigNode node, String key, Secret notYet) {
    if (!secretsNeeded) {
      node.requiredText(key);
      return notYet;
    }
    String secret = SecretFile.read(folder, node, key);
    // Its fault is noted; a second one about its length would say nothing new.
    return secret.isEmpty() ? notYet : new Secret(secret);
  }

  /** {@code url, user, password-file} and two spans. */
  DatabaseSettings database(ConfigNode node) {
    return new DatabaseSettings(
        node.requiredText("url"),
        node.requiredText("user"),
        secret(node, "password-file"),
        node.duration("connect-timeout", SHORTEST, LONGEST, Duration.ofSeconds(5)),
        node.duration("response-timeout", SHORTEST, LONGEST, Duration.ofSeconds(30)));
  }

  /** {@code host, port, user, key-file, host-key, folder} and three spans. */
  SftpSettings sftp(ConfigNode node) {
    return new SftpSettings(
        node.requiredText("host"),
        node.number("port", 1, 65_535, 22),
        node.requiredText("user"),
        secret(node, "key-file", NO_KEY_YET),
        node.requiredText("host-key"),
        node.requiredText("folder"),
        node.duration("connect-timeout", SHORTEST, LONGEST, Duration.ofSeconds(10)),
        node.duration("response-timeout", SHORTEST, LONGEST, Duration.ofSeconds(30)),
        node.duration("transfer-timeout", SHORTEST, Duration.ofHours(1), Duration.ofMinutes(10)));
  }

  /** Notes faults of settings that were read; what the file does not give is noted already. */
  static void note(ConfigNode node, List<SettingFault> faults) {
    for (SettingFault fault : faults) {
      String name = fault.setting().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      String key = NAMES.getOrDefault(name, name);
      if (node.has(key)) {
        node.fault(key, node.named(key) + " " + fault.sentence(), "correct it");
      }
    }
  }
}
