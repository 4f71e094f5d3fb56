package io.guiyi.connectors.http;

import io.guiyi.connectors.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a request in the style "client id, timestamp, nonce, signature": {@code X-Signature} is the
 * Base64 of HMAC-SHA256 over method, path with query exactly as sent, timestamp, nonce and the hex
 * SHA-256 of the body, one line each. The timestamp counts milliseconds since 1970 and must be
 * within ten minutes of the department's clock; a nonce is 16 random bytes in hex and is never used
 * again.
 */
public final class RequestSigner implements RequestHeaders {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int NONCE_BYTES = 16;

  private final String clientId;
  private final Secret secret;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Signs as {@code clientId}. */
  public RequestSigner(String clientId, Secret secret, Clock clock) {
    this.clientId = clientId;
    this.secret = secret;
    this.clock = clock;
  }

  /** The headers that sign this request now; each call uses a fresh nonce. */
  @Override
  public Map<String, String> headers(String method, String pathWithQuery, byte[] body) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return headers(method, pathWithQuery, body, clock.millis(), HexFormat.of().formatHex(nonce));
  }

  /** The same with time and nonce given; what the department computes too. */
  Map<String, String> headers(
      String method, String pathWithQuery, byte[] body, long timestamp, String nonce) {
    String signed =
        String.join("\n", method, pathWithQuery, Long.toString(timestamp), nonce, sha256Hex(body));
    Map<String, String> headers = new TreeMap<>();
    headers.put("X-Client-Id", clientId);
    headers.put("X-Timestamp", Long.toString(timestamp));
    headers.put("X-Nonce", nonce);
    headers.put("X-Signature", hmac(signed));
    return headers;
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.clear().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static String sha256Hex(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
