package io.guiyi.registry;

import io.guiyi.records.SourceId;
import io.guiyi.registry.watch.WatchSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the register needs to know before it starts.
 *
 * @param data the hub's data directory: keys, index and, if embedded, the database
 * @param external the PostgreSQL to use; null to run the embedded one under {@code data}
 * @param connectionsMax connections in the pool, 2 to 40; the leader's own connection is outside it
 * @param holder how this hub names itself when it leads, 1 to 80 characters
 * @param trusted the source whose identity data survive before those of others
 * @param watch from where on an operator is told about a source
 */
public record RegisterSettings(
    Path data,
    @Nullable ExternalDatabase external,
    int connectionsMax,
    String holder,
    SourceId trusted,
    WatchSettings watch) {

  /** The usual size of the pool: two pages in work, the relay, and room for readers. */
  public static final int CONNECTIONS_DEFAULT = 10;

  /** The police keep the identity file. */
  public static final SourceId POLICE = new SourceId("police");

  /** The usual limits of the watch. */
  public RegisterSettings(
      Path data,
      @Nullable ExternalDatabase external,
      int connectionsMax,
      String holder,
      SourceId trusted) {
    this(data, external, connectionsMax, holder, trusted, WatchSettings.USUAL);
  }

  /** Checks the bounds. */
  public RegisterSettings {
    if (connectionsMax < 2 || connectionsMax > 40) {
      throw new IllegalArgumentException(
          "connectionsMax is %d; give 2 to 40, 10 is usual".formatted(connectionsMax));
    }
    if (holder.isBlank() || holder.length() > 80) {
      throw new IllegalArgumentException(
          "the holder's name has %d characters; give 1 to 80, such as host and process number"
              .formatted(holder.length()));
    }
  }

  /** The embedded database under {@code data}, with the usual pool. */
  public static RegisterSettings embedded(Path data, String holder) {
    return new RegisterSettings(data, null, CONNECTIONS_DEFAULT, holder, POLICE);
  }

  /** The same with other limits of the watch. */
  public RegisterSettings withWatch(WatchSettings given) {
    return new RegisterSettings(data, external, connectionsMax, holder, trusted, given);
  }

  /** Where the key files are. */
  public Path keys() {
    return data.resolve("keys");
  }

  /** Where the candidate index is. */
  public Path index() {
    return data.resolve("index");
  }

  /**
   * A PostgreSQL that somebody else runs.
   *
   * @param url {@code jdbc:postgresql://host/database}
   * @param user the owner of the database; needs no superuser rights
   * @param password never shown
   */
  public record ExternalDatabase(String url, String user, String password) {
    /** Checks the form of the URL. */
    public ExternalDatabase {
      if (!url.startsWith("jdbc:postgresql:")) {
        throw new IllegalArgumentException(
            "the database URL must start with jdbc:postgresql:, the one dialect the hub speaks");
      }
    }

    @Override
    public String toString() {
      return "ExternalDatabase[***]";
    }
  }
}
