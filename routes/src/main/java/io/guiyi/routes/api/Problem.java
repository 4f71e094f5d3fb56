package io.guiyi.routes.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a request was refused, as RFC 9457 writes it, with one member more.
 *
 * @param type which kind: {@link ProblemKind#type}
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail this case: the value, masked if it is personal, and the bound
 * @param remedy what the caller can do
 */
public record Problem(String type, String title, int status, String detail, String remedy) {
  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem of {@code kind}; neither text may hold a personal value in clear. */
  static Problem of(ProblemKind kind, String detail, String remedy) {
    return new Problem(kind.type(), kind.title(), kind.status(), detail, remedy);
  }

  /** Answers with it, for doors that stand before the controllers. */
  void write(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setContentType(MEDIA_TYPE);
    response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(this));
  }
}
