package io.guiyi.lab.departments;

/**
 * What a caller of the police must know.
 *
 * @param clientId the name under which it calls
 * @param secret the key of its signatures
 */
public record PoliceAccount(String clientId, String secret) {

  /** Without the secret. */
  @Override
  public String toString() {
    return "account " + clientId;
  }
}
