package io.guiyi.lab.drill.malformed;

import io.guiyi.records.RawBytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row that nothing is wrong with, in the form in which its connector keeps it.
 *
 * @param json never changed
 */
record GoodRow(ObjectNode json) {

  RawBytes bytes() {
    return RawBytes.of(JsonMapper.shared().writeValueAsBytes(json));
  }

  /** Whether it serves to spoil this field: what must be filled is, or can be. */
  boolean serves(Field field) {
    return canHold(field.path(), field.usual())
        && field.beside().entrySet().stream()
            .allMatch(other -> canHold(other.getKey(), other.getValue()));
  }

  private boolean canHold(String path, String usual) {
    return Spot.find(json, path).filter(spot -> spot.isFilled() || !usual.isEmpty()).isPresent();
  }

  /** The same row in which this field is filled, and what must stand beside it. */
  GoodRow with(Field field) {
    ObjectNode filled = json.deepCopy();
    field.beside().forEach((path, usual) -> fill(filled, path, usual));
    fill(filled, field.path(), field.usual());
    return new GoodRow(filled);
  }

  private static void fill(ObjectNode row, String path, String usual) {
    Spot spot = Spot.find(row, path).orElseThrow();
    if (!spot.isFilled()) {
      spot.holder().put(spot.name(), usual);
    }
  }

  /** How much of it is filled. */
  int leaves() {
    return leaves(json);
  }

  private static int leaves(JsonNode node) {
    if (!node.isContainer()) {
      return node.isNull() ? 0 : 1;
    }
    int leaves = 0;
    for (JsonNode inner : node) {
      leaves += leaves(inner);
    }
    return leaves;
  }
}
