package io.guiyi.connectors.declared;

import io.guiyi.connectors.SettingCheck;
import io.guiyi.connectors.SettingFault;
import io.guiyi.connectors.database.DatabaseSettings;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table or view of a PostgreSQL database, read and never written. Rows are read in the order of
 * one column that grows with every change, rows of equal rank by their key; where the delivery is
 * complete, by their key alone.
 *
 * @param database where
 * @param table {@code schema.table}
 * @param orderBy the column that grows with every change; null for a complete delivery
 * @param overlap how far before the watermark a pull starts again, if {@code orderBy} is a time: a
 *     row may be committed later than it is dated. 0 s to 30 d
 * @param pageSize rows read at once; 1 to 2,000
 */
public record JdbcRows(
    DatabaseSettings database,
    String table,
    @Nullable String orderBy,
    Duration overlap,
    int pageSize)
    implements Protocol {
  private static final Pattern TABLE =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,62}(\\.[\\p{L}_][\\p{L}\\p{N}_]{0,62})?");

  @Override
  public List<SettingFault> faults() {
    return new SettingCheck()
        .also(database.faults())
        .that(
            TABLE.matcher(table).matches(),
            "table",
            "must be schema.table in letters, digits and underscores")
        .within(overlap, Duration.ZERO, Duration.ofDays(30), "overlap")
        .pageSize(pageSize)
        .faults();
  }
}
