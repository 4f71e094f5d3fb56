package io.guiyi.registry.postgres;

import io.guiyi.registry.postgres.EmbeddedPostgresException.Reason;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/**
 * The two passwords of one cluster, made once and kept in a file that only the owner reads.
 *
 * <p>The file is written before the cluster, so that a start killed between the two finds it again.
 *
 * @param superuser of the superuser, used to start up and never handed out
 * @param role of the role the hub works as
 */
record Credentials(String superuser, String role) {
  private static final int PASSWORD_BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /**
   * Reads the passwords, or makes them when there are no data yet that would need the old ones.
   *
   * @throws EmbeddedPostgresException when data are there and their passwords are lost, or when
   *     others may read the file
   */
  static Credentials of(PostgresHome home) throws IOException {
    Path file = home.credentials();
    if (Files.exists(file)) {
      return read(file);
    }
    if (Files.exists(home.data())) {
      throw unusable(file, "is missing, but its data are there. Restore it from the backup");
    }
    Credentials fresh = new Credentials(password(), password());
    home.write(
        file,
        """
        # Passwords of the PostgreSQL server in this folder. Back up together with the data.
        superuser=%s
        role=%s
        """
            .formatted(fresh.superuser, fresh.role));
    return fresh;
  }

  private static Credentials read(Path file) throws IOException {
    if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw unusable(file, "can be read by others. Run chmod 600 on it");
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    String superuser = properties.getProperty("superuser");
    String role = properties.getProperty("role");
    if (superuser == null || role == null) {
      throw unusable(file, "lacks 'superuser' or 'role'. Restore it from the backup");
    }
    return new Credentials(superuser, role);
  }

  private static EmbeddedPostgresException unusable(Path file, String why) {
    return new EmbeddedPostgresException(
        Reason.CREDENTIALS_UNUSABLE, "The password file " + file + " " + why);
  }

  private static String password() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  @Override
  public String toString() {
    return "Credentials[***]";
  }
}
