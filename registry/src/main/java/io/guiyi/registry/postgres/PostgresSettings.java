package io.guiyi.registry.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What an {@link EmbeddedPostgres} needs to know. Several servers may run beside each other, each
 * with a directory of its own.
 *
 * @param directory where everything is kept, below {@code directory/postgres}; created if missing
 * @param binaries where the programs are unpacked, in a folder of their own per version; servers
 *     that share it unpack once
 * @param database the database to own, 1 to 63 of {@code a-z 0-9 _}, a letter first
 * @param role the role that owns it, without superuser rights; same alphabet
 * @param sharedBuffersMb PostgreSQL's page cache in megabytes, 16 to 65,536
 * @param startWithin limit on a start, crash recovery included; 1 second to 1 hour
 * @param stopWithin limit on an orderly stop, after which the server is stopped without a
 *     checkpoint (nothing is lost, the next start takes longer); 1 second to 1 hour
 * @param stopWithJvm whether a shutdown hook stops the server. Turn it off where something else
 *     closes the server at the end of an orderly shutdown: hooks run side by side, and this one
 *     would cut the connections of those that are still draining
 */
public record PostgresSettings(
    Path directory,
    Path binaries,
    String database,
    String role,
    int sharedBuffersMb,
    Duration startWithin,
    Duration stopWithin,
    boolean stopWithJvm) {

  /**
   * System property with the folder in which the programs are unpacked, for all servers of this
   * machine; where it is not set, each directory has its own. To unpack them takes seconds.
   */
  public static final String PROGRAMS = "guiyi.postgres-programs";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Pattern RESERVED = Pattern.compile("postgres|template[01]|pg_.*|public");
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  public PostgresSettings {
    requireName("database", database);
    requireName("role", role);
    requireLimit("startWithin", startWithin);
    requireLimit("stopWithin", stopWithin);
    if (sharedBuffersMb < 16 || sharedBuffersMb > 65_536) {
      throw new IllegalArgumentException(
          "sharedBuffersMb is %d; give 16 to 65536 megabytes, about a quarter of the memory"
              .formatted(sharedBuffersMb));
    }
  }

  /**
   * The defaults: database and role {@code guiyi}, 256 MB of cache, two minutes to start, one to
   * stop, stopped with the JVM.
   *
   * @param directory the hub's data directory
   */
  public static PostgresSettings in(Path directory) {
    String programs = System.getProperty(PROGRAMS);
    return new PostgresSettings(
        directory,
        programs == null ? directory.resolve("postgres") : Path.of(programs),
        "guiyi",
        "guiyi",
        256,
        Duration.ofMinutes(2),
        Duration.ofMinutes(1),
        true);
  }

  /** The same with another database and the role that owns it. */
  public PostgresSettings withNames(String database, String role) {
    return new PostgresSettings(
        directory, binaries, database, role, sharedBuffersMb, startWithin, stopWithin, stopWithJvm);
  }

  /** The same with the programs unpacked in a folder that other servers use too. */
  public PostgresSettings withBinaries(Path binaries) {
    return new PostgresSettings(
        directory, binaries, database, role, sharedBuffersMb, startWithin, stopWithin, stopWithJvm);
  }

  /** The same with another size of page cache. */
  public PostgresSettings withSharedBuffersMb(int sharedBuffersMb) {
    return new PostgresSettings(
        directory, binaries, database, role, sharedBuffersMb, startWithin, stopWithin, stopWithJvm);
  }

  /** The same with or without the shutdown hook. */
  public PostgresSettings withStopWithJvm(boolean stopWithJvm) {
    return new PostgresSettings(
        directory, binaries, database, role, sharedBuffersMb, startWithin, stopWithin, stopWithJvm);
  }

  private static void requireName(String what, String name) {
    if (!NAME.matcher(name).matches() || RESERVED.matcher(name).matches()) {
      throw new IllegalArgumentException(
          ("The name '%s' of the %s is not usable; give 1 to 63 of a-z, 0-9 and _, a letter first,"
                  + " and none of PostgreSQL's own names")
              .formatted(name, what));
    }
  }

  private static void requireLimit(String what, Duration limit) {
    if (limit.compareTo(SHORTEST) < 0 || limit.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s is %s; give 1 second to 1 hour".formatted(what, limit));
    }
  }
}
