package io.guiyi.connectors.http;

import java.util.Map;

/** What a department wants to find in the head of a request, such as a signature or a token. */
@FunctionalInterface
public interface RequestHeaders {
  /**
   * The headers of one request, asked for anew each time it is sent.
   *
   * @param method such as GET
   * @param pathWithQuery exactly as sent
   * @param body what is sent along; empty if nothing is
   */
  Map<String, String> headers(String method, String pathWithQuery, byte[] body);
}
