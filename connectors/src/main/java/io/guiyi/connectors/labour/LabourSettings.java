package io.guiyi.connectors.labour;

import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SettingCheck;
import io.guiyi.connectors.SettingFault;
import io.guiyi.records.SourceId;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the labour bureau's exchange table is read and written back.
 *
 * @param id the source's name
 * @param jdbcUrl {@code jdbc:postgresql://host[:port]/database}, without user and password
 * @param user who reads the table and updates its state columns
 * @param password that user's password
 * @param table {@code schema.table}, lower-case names
 * @param pageSize rows read at once; 1 to 2,000
 * @param connectTimeout until a connection stands; 250 ms to 1 min
 * @param responseTimeout until the database answers; 1 s to 5 min
 * @param retry how failures in passing are repeated
 * @param breaker when the department is left in peace
 */
public record LabourSettings(
    SourceId id,
    String jdbcUrl,
    String user,
    Secret password,
    String table,
    int pageSize,
    Duration connectTimeout,
    Duration responseTimeout,
    RetrySettings retry,
    BreakerSettings breaker) {
  private static final Pattern TABLE =
      Pattern.compile("[a-z_][a-z0-9_]{0,62}(\\.[a-z_][a-z0-9_]{0,62})?");

  /**
   * Source {@code labour}, table {@code exchange.cbxx_jyxx}, 1000 rows a page, default patience.
   */
  public static LabourSettings of(String jdbcUrl, String user, Secret password) {
    return new LabourSettings(
        new SourceId("labour"),
        jdbcUrl,
        user,
        password,
        "exchange.cbxx_jyxx",
        1000,
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        RetrySettings.defaults(),
        BreakerSettings.defaults());
  }

  /** Everything wrong with these settings; empty if they are sound. */
  public List<SettingFault> faults() {
    return new SettingCheck()
        .that(
            jdbcUrl.startsWith("jdbc:postgresql:"),
            "jdbcUrl",
            "must start with jdbc:postgresql:, the one kind of exchange database understood")
        .that(
            !jdbcUrl.contains("password=") && !jdbcUrl.contains("user="),
            "jdbcUrl",
            "must not hold user or password; give them in their own settings")
        .given(user, "user")
        .that(
            TABLE.matcher(table).matches(),
            "table",
            "must be schema.table in lower-case letters, digits and underscores")
        .pageSize(pageSize)
        .within(connectTimeout, Duration.ofMillis(250), Duration.ofMinutes(1), "connectTimeout")
        .within(responseTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5), "responseTimeout")
        .also(retry.faults())
        .also(breaker.faults())
        .faults();
  }
}
