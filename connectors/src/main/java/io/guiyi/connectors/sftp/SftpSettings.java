package io.guiyi.connectors.sftp;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SettingCheck;
import io.guiyi.connectors.SettingFault;
import java.time.Duration;
import java.util.List;

/**
 * Where a department's SFTP server is, how we know it and how it knows us.
 *
 * @param host a name or address
 * @param port 1 to 65,535
 * @param user who we are there
 * @param privateKey our key in PEM or OpenSSH form, without a passphrase
 * @param hostKey the one key that the server may show, as it stands in {@code known_hosts}: {@code
 *     ssh-ed25519 AAAA…}. Any other key ends the connection before we show who we are
 * @param folder the folder with the deliveries, an absolute path there
 * @param connectTimeout until the session stands; 100 ms to 1 min
 * @param responseTimeout the longest silence, and for a listing altogether; 100 ms to 5 min
 * @param transferTimeout for a whole file; from {@code responseTimeout} to 1 h
 */
public record SftpSettings(
    String host,
    int port,
    String user,
    Secret privateKey,
    String hostKey,
    String folder,
    Duration connectTimeout,
    Duration responseTimeout,
    Duration transferTimeout) {

  /** Session within 10 s, silence up to 30 s, a file within 10 min. */
  public static SftpSettings of(
      String host, int port, String user, Secret privateKey, String hostKey, String folder) {
    return new SftpSettings(
        host,
        port,
        user,
        privateKey,
        hostKey,
        folder,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(10));
  }

  /** Everything wrong with these settings. */
  public List<SettingFault> faults() {
    Duration least = Duration.ofMillis(100);
    return new SettingCheck()
        .that(
            host.matches("[A-Za-z0-9.:_-]{1,253}"),
            "host",
            "must be a host's name or address, without user and port")
        .within(port, 1, 65_535, "port")
        .that(
            user.matches("[A-Za-z0-9._-]{1,64}"),
            "user",
            "must have 1 to 64 letters, digits, dots, hyphens and underscores")
        .that(
            privateKey.clear().contains("PRIVATE KEY-----"),
            "privateKey",
            "must be a private key in PEM or OpenSSH form")
        .that(
            hostKey.matches("(ssh|ecdsa)-[a-z0-9-]{1,40} [A-Za-z0-9+/]{40,2000}={0,2}"),
            "hostKey",
            "must be TYPE BASE64 as ssh-keyscan prints it after the host's name")
        .that(
            folder.matches("(/[\\p{L}\\p{N}._-]{1,100}){1,20}") && !folder.contains(".."),
            "folder",
            "must be an absolute path such as /out")
        .within(connectTimeout, least, Duration.ofMinutes(1), "connectTimeout")
        .within(responseTimeout, least, Duration.ofMinutes(5), "responseTimeout")
        .within(transferTimeout, responseTimeout, Duration.ofHours(1), "transferTimeout")
        .faults();
  }

  /** The known hosts, which are one. */
  String knownHosts() {
    return (port == 22 ? host : "[%s]:%d".formatted(host, port)) + " " + hostKey + "\n";
  }
}
