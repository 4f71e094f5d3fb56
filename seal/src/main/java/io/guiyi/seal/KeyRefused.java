package io.guiyi.seal;

/**
 * A key file or the key directory cannot be used as it is. The message names the file, what is
 * wrong with it and the remedy; the hub must not start.
 */
public final class KeyRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeyRefused(String message) {
    super(message);
  }

  KeyRefused(String message, Exception cause) {
    super(message, cause);
  }
}
