package io.guiyi.connectors.declared;

import io.guiyi.records.RawBytes;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a row of a table is kept: a JSON object of column → text, and our own marks before it. */
final class RowPayload {
  private static final JsonMapper MAPPER = new JsonMapper();

  private RowPayload() {}

  static RawBytes of(Map<String, String> marks, Map<String, @Nullable String> texts) {
    ObjectNode json = MAPPER.createObjectNode();
    marks.forEach(json::put);
    texts.forEach(json::put);
    return RawBytes.of(MAPPER.writeValueAsBytes(json));
  }
}
