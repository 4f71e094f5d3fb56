package io.guiyi.routes.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A secret kept in a file of its own, which only its owner may read; no YAML file holds one. */
final class SecretFile {
  private static final Set<PosixFilePermission> OWNER =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private SecretFile() {}

  /** The file that {@code key} names, relative to the configuration folder. */
  static Path path(Path folder, ConfigNode node, String key) {
    return folder.resolve(node.requiredText(key)).normalize();
  }

  /** The secret in the file that {@code key} names; empty, with a fault noted, if it has none. */
  static String read(Path folder, ConfigNode node, String key) {
    Path file = path(folder, node, key);
    try {
      if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
        node.fault(key, file + " can be read by others", "run: chmod 600 " + file);
        return "";
      }
      String secret = Files.readString(file).strip();
      if (secret.isEmpty()) {
        node.fault(key, file + " is empty", "write the secret into it");
      }
      return secret;
    } catch (IOException e) {
      node.fault(key, file + " cannot be read", "create it with the secret and run: chmod 600");
      return "";
    }
  }
}
