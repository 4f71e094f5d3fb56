package io.guiyi.connectors.http;

import io.guiyi.connectors.Secret;
import java.util.Map;

/**
 * A secret that is sent as it is with every request. The connection must be encrypted or not leave
 * this machine, which {@link HttpSettings} sees to.
 *
 * @param name the header's name, such as {@code Authorization}
 * @param before what stands before the secret, such as {@code "Bearer "}; may be empty
 * @param token the secret
 */
public record TokenHeader(String name, String before, Secret token) implements RequestHeaders {
  /** {@code Authorization: Bearer TOKEN}, RFC 6750. */
  public static TokenHeader bearer(Secret token) {
    return new TokenHeader("Authorization", "Bearer ", token);
  }

  @Override
  public Map<String, String> headers(String method, String pathWithQuery, byte[] body) {
    return Map.of(name, before + token.clear());
  }
}
