package io.guiyi.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SteeredClock;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A request's signature")
class RequestSignerTest {
  private static final byte[] NOTHING = {};
  private final RequestSigner signer =
      new RequestSigner(
          "guiyi", new Secret("invented-secret-0000"), new SteeredClock("2026-11-22T08:00:00Z"));

  /** The expected value was computed with openssl dgst -sha256 -hmac over the five lines. */
  @Test
  @DisplayName("is the Base64 of HMAC-SHA256 over method, path, time, nonce and the body's digest")
  void isKnown() {
    Map<String, String> headers =
        signer.headers(
            "GET",
            "/police/v1/registrations?limit=500",
            NOTHING,
            1_795_334_400_000L,
            "00112233445566778899aabbccddeeff");

    assertThat(headers)
        .containsEntry("X-Client-Id", "guiyi")
        .containsEntry("X-Timestamp", "1795334400000")
        .containsEntry("X-Nonce", "00112233445566778899aabbccddeeff")
        .containsEntry("X-Signature", "ipziiTNScvNpIRX5dU6phiYvTBSsSpJxseA2y461S3g=");
  }

  @Test
  @DisplayName("never uses a nonce twice and says the clock's milliseconds")
  void isFresh() {
    Map<String, String> first = signer.headers("GET", "/", NOTHING);
    Map<String, String> second = signer.headers("GET", "/", NOTHING);

    assertThat(first.get("X-Nonce")).isNotEqualTo(second.get("X-Nonce")).hasSize(32);
    assertThat(first.get("X-Signature")).isNotEqualTo(second.get("X-Signature"));
    assertThat(first.get("X-Timestamp")).isEqualTo("1795334400000");
  }
}
