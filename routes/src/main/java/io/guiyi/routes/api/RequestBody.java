package io.guiyi.routes.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Reads bodies no further than they may go. */
final class RequestBody {
  /** The largest body, in bytes: 16 KiB, a hundred times what a search needs. */
  static final int MAX_BYTES = 16 * 1024;

  private RequestBody() {}

  /**
   * The body of {@code request}.
   *
   * @throws Refusal if it is larger than {@value #MAX_BYTES} bytes; no more than that is read
   */
  static byte[] read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > MAX_BYTES) {
      throw tooLarge();
    }
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw tooLarge();
    }
    return body;
  }

  private static Refusal tooLarge() {
    return Refusal.of(
        ProblemKind.TOO_LARGE,
        "a body has at most %d bytes".formatted(MAX_BYTES),
        "send one search at a time");
  }
}
