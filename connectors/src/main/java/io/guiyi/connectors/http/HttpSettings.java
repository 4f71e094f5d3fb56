package io.guiyi.connectors.http;

import io.guiyi.connectors.SettingCheck;
import io.guiyi.connectors.SettingFault;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a department listens, and how long and how much it may talk.
 *
 * @param baseUrl {@code https://host[:port][/path]}; {@code http} only to this machine itself
 * @param connectTimeout until the connection stands; 10 ms to 1 min
 * @param responseTimeout the longest silence, before the answer and inside it; 10 ms to 5 min
 * @param answerTimeout for the whole answer, so that a body that drips ends too; from {@code
 *     responseTimeout} to 30 min
 * @param maxBodyBytes 1 KiB to 256 MiB
 */
public record HttpSettings(
    String baseUrl,
    Duration connectTimeout,
    Duration responseTimeout,
    Duration answerTimeout,
    int maxBodyBytes) {

  /** Connect within 5 s, silence up to 30 s, an answer within 2 min and 16 MiB. */
  public static HttpSettings of(String baseUrl) {
    return new HttpSettings(
        baseUrl,
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        16 * 1024 * 1024);
  }

  /** Everything wrong with these settings. */
  public List<SettingFault> faults() {
    Duration least = Duration.ofMillis(10);
    return new SettingCheck()
        .that(
            address().isPresent(),
            "baseUrl",
            "must be https://host[:port][/path] without user, query or fragment")
        .that(
            address().map(HttpSettings::isPrivate).orElse(true),
            "baseUrl",
            "plain http is taken for this machine only (localhost, 127.0.0.1, ::1); use https")
        .within(connectTimeout, least, Duration.ofMinutes(1), "connectTimeout")
        .within(responseTimeout, least, Duration.ofMinutes(5), "responseTimeout")
        .within(answerTimeout, responseTimeout, Duration.ofMinutes(30), "answerTimeout")
        .within(maxBodyBytes, 1024, 256 * 1024 * 1024, "maxBodyBytes")
        .faults();
  }

  /** The base address without a slash at its end, if it is one. */
  Optional<URI> address() {
    try {
      URI uri = new URI(baseUrl.replaceFirst("/+$", ""));
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean sound =
          (scheme.equals("http") || scheme.equals("https"))
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      return sound ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** True if nobody on the way can read along: encrypted, or not leaving this machine. */
  private static boolean isPrivate(URI address) {
    if (address.getScheme().equalsIgnoreCase("https")) {
      return true;
    }
    String host = address.getHost();
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    // Only literal addresses are looked at: a name could point elsewhere tomorrow.
    if (!host.matches("\\[.*]|[0-9.]+")) {
      return false;
    }
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
