package io.guiyi.connectors.health;

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
 * How the health files are pulled.
 *
 * @param id the source's name
 * @param http where the FHIR service is ({@code …/fhir}), and how long and how much
 * @param token shows who we are; 16 to 2,000 printable ASCII characters without blanks
 * @param pageSize patients asked for at once, each with the whole file; 1 to 500
 * @param overlap how far before the watermark a pull starts, against clocks that are off and
 *     resources that are committed late; 1 s to 7 days
 * @param retry how failures in passing are repeated
 * @param breaker when the department is left in peace
 */
public record HealthSettings(
    SourceId id,
    HttpSettings http,
    Secret token,
    int pageSize,
    Duration overlap,
    RetrySettings retry,
    BreakerSettings breaker) {
  /** The most patients asked for at once: with their files an answer stays below 16 MiB. */
  public static final int MOST_PATIENTS = 500;

  /**
   * Source {@code health}, 500 patients a page, 15 minutes of overlap, the defaults of the rest.
   */
  public static HealthSettings of(String baseUrl, Secret token) {
    return new HealthSettings(
        new SourceId("health"),
        HttpSettings.of(baseUrl),
        token,
        MOST_PATIENTS,
        Duration.ofMinutes(15),
        RetrySettings.defaults(),
        BreakerSettings.defaults());
  }

  /** Everything wrong with these settings; empty if they are sound. */
  public List<SettingFault> faults() {
    return new SettingCheck()
        .also(http.faults())
        .that(
            token.clear().matches("[\\x21-\\x7e]{16,2000}"),
            "token",
            "must have 16 to 2000 printable ASCII characters without blanks, this one has %d"
                .formatted(token.clear().length()))
        .within(pageSize, 1, MOST_PATIENTS, "pageSize")
        .within(overlap, Duration.ofSeconds(1), Duration.ofDays(7), "overlap")
        .also(retry.faults())
        .also(breaker.faults())
        .faults();
  }
}
