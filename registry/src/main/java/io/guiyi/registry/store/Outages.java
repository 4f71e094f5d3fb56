package io.guiyi.registry.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;

/**
 * Tells an outage from a row that cannot be stored. An outage says nothing about the rows at hand
 * and passes; a poison row fails again wherever it is tried.
 *
 * <p>Outages are PostgreSQL's SQLSTATE classes 08 (connection), 53 (out of disk, memory or
 * connections), 58 (the server's own disk), 57P0x (shutting down, crashed, starting), 57014 (a
 * time-out), 40 (deadlock, serialization), 55P03 (a lock that was not given) and 25006 (the server
 * became a read-only standby), and failures of reading or writing files.
 */
public final class Outages {
  private static final int CAUSES_MAX = 32;
  private static final Set<String> CLASSES = Set.of("08", "53", "58", "40");
  private static final Set<String> STATES = Set.of("57014", "55P03", "25006");

  private Outages() {}

  /** What is out of order, if {@code failure} is an outage; empty if the rows are at fault. */
  public static Optional<RegisterUnavailable> in(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
      if (cause instanceof RegisterUnavailable known) {
        return Optional.of(known);
      }
      if (cause instanceof SQLException sql && isOutage(sql)) {
        return Optional.of(
            new RegisterUnavailable(
                "the database cannot serve (SQLSTATE %s); the work is tried again when it does"
                    .formatted(sql.getSQLState()),
                failure));
      }
      if (cause instanceof IOException || cause instanceof UncheckedIOException) {
        return Optional.of(
            new RegisterUnavailable(
                "a file below the data directory cannot be read or written; check disk and rights",
                failure));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static boolean isOutage(SQLException sql) {
    String state = sql.getSQLState();
    if (state == null || state.length() < 2) {
      return sql instanceof SQLTransientException || sql instanceof SQLRecoverableException;
    }
    return CLASSES.contains(state.substring(0, 2))
        || STATES.contains(state)
        || state.startsWith("57P0");
  }
}
