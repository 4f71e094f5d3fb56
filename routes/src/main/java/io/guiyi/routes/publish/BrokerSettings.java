package io.guiyi.routes.publish;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where messages go.
 *
 * @param directory the embedded broker's journal
 * @param port loopback port on which subscribers reach the embedded broker, 1 to 65535; 0 takes a
 *     free one
 * @param externalUrl an Artemis of the city's own; the embedded one then stays off
 * @param user the hub's user there, if external
 * @param passwordFile the file holding its password, if external
 */
public record BrokerSettings(
    Path directory,
    int port,
    Optional<String> externalUrl,
    Optional<String> user,
    Optional<Path> passwordFile) {
  /** An embedded broker under {@code directory}. */
  public static BrokerSettings embedded(Path directory, int port) {
    return new BrokerSettings(
        directory, port, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
