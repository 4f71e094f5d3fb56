package io.guiyi.lab.departments;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks the four headers of a call to the police: client id, time stamp within ten minutes, a
 * nonce never used before, and the HMAC-SHA256 over method, path with query, time stamp, nonce and
 * digest of the body.
 */
final class SignatureCheck {

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int NONCES_MAX = 200_000;

  private final PoliceAccount account;
  private final Clock clock;

  /** Nonces by the time of their call; those that have left the window are forgotten. */
  private final Map<String, Long> nonces = new LinkedHashMap<>();

  SignatureCheck(PoliceAccount account, Clock clock) {
    this.account = account;
    this.clock = clock;
  }

  /**
   * A call.
   *
   * @param method GET and the like
   * @param pathWithQuery as it was sent
   * @param bodyDigest SHA-256 of the body in hexadecimal
   * @param clientId header X-Client-Id
   * @param timestamp header X-Timestamp, milliseconds
   * @param nonce header X-Nonce, sixteen hexadecimal digits
   * @param signature header X-Signature, Base64
   */
  record Call(
      String method,
      String pathWithQuery,
      String bodyDigest,
      @Nullable String clientId,
      @Nullable String timestamp,
      @Nullable String nonce,
      @Nullable String signature) {}

  /** Why a call is refused, or null if it is in order; the nonce is then used up. */
  synchronized @Nullable String refusal(Call call) {
    String clientId = call.clientId();
    String timestamp = call.timestamp();
    String nonce = call.nonce();
    String signature = call.signature();
    if (clientId == null || timestamp == null || nonce == null || signature == null) {
      return "a signature header is missing";
    }
    if (!clientId.equals(account.clientId())) {
      return "unknown client";
    }
    if (!timestamp.matches("\\d{10,14}") || isOutsideWindow(Long.parseLong(timestamp))) {
      return "time stamp is outside the window of ten minutes";
    }
    if (!nonce.matches("[0-9a-fA-F]{16}|[0-9a-fA-F]{32}")) {
      return "nonce is not hexadecimal";
    }
    byte[] expected = signature(call, timestamp, nonce).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
      return "signature does not fit";
    }
    return isUsedUp(nonce) ? "nonce was used before" : null;
  }

  private boolean isOutsideWindow(long timestamp) {
    return Math.abs(clock.millis() - timestamp) > WINDOW.toMillis();
  }

  private boolean isUsedUp(String nonce) {
    long now = clock.millis();
    Iterator<Long> oldest = nonces.values().iterator();
    while (oldest.hasNext()) {
      boolean old = now - oldest.next() > 2 * WINDOW.toMillis();
      if (!old && nonces.size() < NONCES_MAX) {
        break;
      }
      oldest.remove();
    }
    return nonces.putIfAbsent(nonce, now) != null;
  }

  /** SHA-256 of a body, possibly of no bytes, in hexadecimal. */
  static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("this Java lacks SHA-256", fault);
    }
  }

  private String signature(Call call, String timestamp, String nonce) {
    try {
      String signed =
          String.join(
              "\n", call.method(), call.pathWithQuery(), timestamp, nonce, call.bodyDigest());
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(account.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("this Java lacks HmacSHA256", fault);
    }
  }
}
