package io.guiyi.routes.publish;

import org.jspecify.annotations.Nullable;

/** The broker cannot take or give messages now. */
public final class BrokerUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what an operator should know. */
  public BrokerUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
