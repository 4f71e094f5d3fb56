package io.guiyi.lab.departments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls the police as the agreement says; written independently of the department's own check. */
final class PoliceCaller {

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final PoliceAccount account;
  private final Clock clock;
  private final AtomicLong nonces = new AtomicLong();

  PoliceCaller(URI base, PoliceAccount account, Clock clock) {
    this.base = base;
    this.account = account;
    this.clock = clock;
  }

  HttpResponse<String> get(String query) throws Exception {
    return get(query, "%016x".formatted(nonces.incrementAndGet()), clock.millis());
  }

  HttpResponse<String> get(String query, String nonce, long timestamp)
      throws IOException, InterruptedException, GeneralSecurityException {
    String path = PoliceDepartment.PATH + (query.isEmpty() ? "" : "?" + query);
    String digest =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(new byte[0]));
    String signed = "GET\n" + path + "\n" + timestamp + "\n" + nonce + "\n" + digest;
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(account.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("X-Client-Id", account.clientId())
            .header("X-Timestamp", Long.toString(timestamp))
            .header("X-Nonce", nonce)
            .header(
                "X-Signature",
                Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
