package io.guiyi.connectors.labour;

import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SettingCheck;
import io.guiyi.connectors.SettingFault;
import io.guiyi.connectors.database.DatabaseSettings;
import io.guiyi.records.SourceId;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the labour bureau's exchange table is read and written back.
 *
 * @param id the source's name
 * @param database where; its user reads the table and updates its state columns
 * @param table {@code schema.table}, lower-case names
 * @param pageSize rows read at once; 1 to 2,000
 * @param retry how failures in passing are repeated
 * @param breaker when the department is left in peace
 */
public record LabourSettings(
    SourceId id,
    DatabaseSettings database,
    String table,
    int pageSize,
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
        DatabaseSettings.of(jdbcUrl, user, password),
        "exchange.cbxx_jyxx",
        1000,
        RetrySettings.defaults(),
        BreakerSettings.defaults());
  }

  /** Everything wrong with these settings; empty if they are sound. */
  public List<SettingFault> faults() {
    return new SettingCheck()
        .also(database.faults())
        .that(
            TABLE.matcher(table).matches(),
            "table",
            "must be schema.table in lower-case letters, digits and underscores")
        .pageSize(pageSize)
        .also(retry.faults())
        .also(breaker.faults())
        .faults();
  }
}
