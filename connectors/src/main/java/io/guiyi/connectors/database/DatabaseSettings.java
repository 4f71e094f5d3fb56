package io.guiyi.connectors.database;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SettingCheck;
import io.guiyi.connectors.SettingFault;
import java.time.Duration;
import java.util.List;

/**
 * Where a department's database is, and how patiently it is asked.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host[:port]/database}, without user and password
 * @param user who reads
 * @param password that user's password
 * @param connectTimeout until a connection stands; 250 ms to 1 min
 * @param responseTimeout until the database answers; 1 s to 5 min
 */
public record DatabaseSettings(
    String jdbcUrl,
    String user,
    Secret password,
    Duration connectTimeout,
    Duration responseTimeout) {

  /** 5 s until a connection stands, 30 s until the database answers. */
  public static DatabaseSettings of(String jdbcUrl, String user, Secret password) {
    return new DatabaseSettings(
        jdbcUrl, user, password, Duration.ofSeconds(5), Duration.ofSeconds(30));
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
        .within(connectTimeout, Duration.ofMillis(250), Duration.ofMinutes(1), "connectTimeout")
        .within(responseTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5), "responseTimeout")
        .faults();
  }
}
