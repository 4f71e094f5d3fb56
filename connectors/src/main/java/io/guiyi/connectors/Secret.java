package io.guiyi.connectors;

/**
 * A shared secret or a password. Never printed.
 *
 * @param clear the secret itself
 */
public record Secret(String clear) {
  @Override
  public String toString() {
    return "****";
  }
}
