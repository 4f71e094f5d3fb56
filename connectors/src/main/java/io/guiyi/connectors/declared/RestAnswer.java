package io.guiyi.connectors.declared;

import io.guiyi.records.IntakePage;
import io.guiyi.records.RawBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One answer of a REST source.
 *
 * @param rows each row as a flat JSON object of texts
 * @param total how many rows there are altogether; empty if the department does not say
 * @param next what leads to the next page; null if nothing does
 */
record RestAnswer(List<RawBytes> rows, OptionalLong total, @Nullable String next) {
  private static final int DEEPEST = 16;
  private static final int FIELDS_MAX = 500;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(1 << 20)
                          .maxNameLength(200)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .build();

  /** The answer is not of the declared form; the message says how and quotes nothing. */
  static final class NotAnAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    NotAnAnswer(String message) {
      super(message);
    }
  }

  static RestAnswer of(byte[] body, RestPages pages) throws NotAnAnswer {
    JsonNode root = root(body);
    JsonNode list = at(root, pages.rowsAt());
    if (!list.isArray()) {
      throw new NotAnAnswer("no list of rows at '%s'".formatted(pages.rowsAt()));
    }
    if (list.size() > IntakePage.MAX_ROWS) {
      throw new NotAnAnswer(
          "%d rows in one page, where at most %d are read"
              .formatted(list.size(), IntakePage.MAX_ROWS));
    }
    List<RawBytes> rows = new ArrayList<>(list.size());
    for (JsonNode row : list) {
      rows.add(RawBytes.of(MAPPER.writeValueAsBytes(row instanceof ObjectNode o ? flat(o) : row)));
    }
    return new RestAnswer(rows, total(root, pages), next(root, pages.paging()));
  }

  private static JsonNode root(byte[] body) throws NotAnAnswer {
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw new NotAnAnswer("an answer that is no sound JSON");
    }
  }

  private static JsonNode at(JsonNode root, String path) {
    JsonNode node = root;
    for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
      node = node.path(name);
    }
    return node;
  }

  private static OptionalLong total(JsonNode root, RestPages pages) throws NotAnAnswer {
    if (pages.totalAt() == null) {
      return OptionalLong.empty();
    }
    JsonNode total = at(root, pages.totalAt());
    if (!total.isIntegralNumber() || !total.canConvertToLong() || total.longValue() < 0) {
      throw new NotAnAnswer("no number of rows at '%s'".formatted(pages.totalAt()));
    }
    return OptionalLong.of(total.longValue());
  }

  private static @Nullable String next(JsonNode root, RestPages.Paging paging) {
    String path =
        switch (paging) {
          case RestPages.Paging.ByCursor(String _, String nextAt) -> nextAt;
          case RestPages.Paging.ByLink(String nextAt) -> nextAt;
          case RestPages.Paging.ByNumber _, RestPages.Paging.InOne _ -> null;
        };
    if (path == null) {
      return null;
    }
    JsonNode next = at(root, path);
    boolean given = next.isValueNode() && !next.isNull() && !next.asString().isBlank();
    return given ? next.asString() : null;
  }

  /** Objects inside a row become columns {@code object.field}; lists stay JSON text. */
  private static ObjectNode flat(ObjectNode row) {
    ObjectNode flat = MAPPER.createObjectNode();
    flatten("", row, flat);
    return flat;
  }

  private static void flatten(String before, ObjectNode from, ObjectNode to) {
    for (var field : from.properties()) {
      String name = before + field.getKey();
      JsonNode value = field.getValue();
      if (value instanceof ObjectNode inner && to.size() + inner.size() <= FIELDS_MAX) {
        flatten(name + ".", inner, to);
      } else if (value.isNull()) {
        to.putNull(name);
      } else {
        to.put(name, value.isValueNode() ? value.asString() : value.toString());
      }
    }
  }
}
