package io.guiyi.registry.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot run (or stop) here. The message names the remedy. */
public final class EmbeddedPostgresException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stands in the way; the machine-readable half of the message. */
  public enum Reason {
    /** No PostgreSQL for this operating system and processor on the class path. */
    NO_BINARIES,
    /** Running as root where user namespaces are forbidden; PostgreSQL refuses root. */
    ROOT_REFUSED,
    /** Another hub holds the directory. */
    DIRECTORY_IN_USE,
    /** The directory cannot be written, or its name cannot be handed to the server. */
    DIRECTORY_UNUSABLE,
    /** The data are there and their passwords are not, or others can read them. */
    CREDENTIALS_UNUSABLE,
    /** The data were written by another major version of PostgreSQL. */
    VERSION_MISMATCH,
    /** The cluster could not be created. */
    CREATE_FAILED,
    /** The server did not start. */
    START_FAILED,
    /** The server did not stop. */
    STOP_FAILED
  }

  private final Reason reason;

  EmbeddedPostgresException(Reason reason, String message) {
    this(reason, message, null);
  }

  EmbeddedPostgresException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What stands in the way. */
  public Reason reason() {
    return reason;
  }
}
