package io.guiyi.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back over a socket that the server closed. */
record Reply(int status, Map<String, String> headers, String body) {
  static Reply of(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.UTF_8);
    int end = all.indexOf("\r\n\r\n");
    String[] lines = all.substring(0, end).split("\r\n");
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
    }
    String body = all.substring(end + 4);
    return new Reply(
        Integer.parseInt(lines[0].split(" ")[1]),
        headers,
        "chunked".equals(headers.get("Transfer-Encoding")) ? joined(body) : body);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }

  /**
   * That {@code reply} is a whole problem of this status and type, its detail with {@code words}.
   */
  static void assertProblem(Reply reply, int status, String type, String words) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).startsWith(Problem.MEDIA_TYPE);
    JsonNode problem = reply.json();
    assertThat(problem.propertyNames())
        .containsExactlyInAnyOrder("type", "title", "status", "detail", "remedy");
    assertThat(problem.path("type").asString()).isEqualTo("urn:guiyi:problem:" + type);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asString()).isNotBlank().contains(words);
    assertThat(problem.path("remedy").asString()).isNotBlank();
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
  }

  /** The chunks without their sizes, which count bytes. */
  private static String joined(String chunked) {
    byte[] bytes = chunked.getBytes(StandardCharsets.UTF_8);
    StringBuilder joined = new StringBuilder();
    int at = 0;
    while (true) {
      int line = at;
      while (bytes[line] != '\r') {
        line++;
      }
      int size = Integer.parseInt(new String(bytes, at, line - at, StandardCharsets.US_ASCII), 16);
      if (size == 0) {
        return joined.toString();
      }
      joined.append(new String(bytes, line + 2, size, StandardCharsets.UTF_8));
      at = line + 2 + size + 2;
    }
  }
}
