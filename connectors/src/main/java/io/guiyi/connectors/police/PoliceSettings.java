package io.guiyi.connectors.police;

import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SettingCheck;
import io.guiyi.connectors.SettingFault;
import io.guiyi.connectors.http.HttpSettings;
import io.guiyi.records.SourceId;
import java.time.Duration;
import java.util.List;

/**
 * How the police's registrations are pulled.
 *
 * @param id the source's name
 * @param http where, and how long and how much
 * @param clientId by which the department knows us
 * @param secret shared with the department, signs each request; at least 16 characters
 * @param pageSize rows asked for at once; 1 to 2,000
 * @param overlap how far before the watermark a pull starts, against clocks that are off and rows
 *     that are committed late; 1 s to 7 days
 * @param retry how failures in passing are repeated
 * @param breaker when the department is left in peace
 */
public record PoliceSettings(
    SourceId id,
    HttpSettings http,
    String clientId,
    Secret secret,
    int pageSize,
    Duration overlap,
    RetrySettings retry,
    BreakerSettings breaker) {

  /** Source {@code police}, 1000 rows a page, 10 minutes of overlap, the defaults of the rest. */
  public static PoliceSettings of(String baseUrl, String clientId, Secret secret) {
    return new PoliceSettings(
        new SourceId("police"),
        HttpSettings.of(baseUrl),
        clientId,
        secret,
        1000,
        Duration.ofMinutes(10),
        RetrySettings.defaults(),
        BreakerSettings.defaults());
  }

  /** Everything wrong with these settings; empty if they are sound. */
  public List<SettingFault> faults() {
    return new SettingCheck()
        .also(http.faults())
        .given(clientId, "clientId")
        .that(
            clientId.matches("[\\x21-\\x7e]{0,100}"),
            "clientId",
            "must have at most 100 printable ASCII characters without blanks")
        .that(
            secret.clear().length() >= 16,
            "secret",
            "has %d characters; at least 16 are needed".formatted(secret.clear().length()))
        .pageSize(pageSize)
        .within(overlap, Duration.ofSeconds(1), Duration.ofDays(7), "overlap")
        .also(retry.faults())
        .also(breaker.faults())
        .faults();
  }
}
