package io.guiyi.connectors.declared;

import io.guiyi.records.RawBytes;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a row that belongs to no delivery is kept: a JSON object of column → text. */
final class RowPayload {
  private static final JsonMapper MAPPER = new JsonMapper();

  private RowPayload() {}

  static RawBytes of(Map<String, @Nullable String> texts) {
    ObjectNode json = MAPPER.createObjectNode();
    texts.forEach(json::put);
    return RawBytes.of(MAPPER.writeValueAsBytes(json));
  }
}
