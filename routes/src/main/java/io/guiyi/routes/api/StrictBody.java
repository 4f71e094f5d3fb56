package io.guiyi.routes.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A body that is one JSON object with agreed keys, each once.
 *
 * @param object the object
 */
record StrictBody(JsonNode object) {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * The object in {@code body}.
   *
   * @param keys the keys it may have
   * @throws Refusal if it is none, or has another key
   */
  static StrictBody read(byte[] body, Set<String> keys) {
    return of(tree(body, keys), "the body", keys);
  }

  private static StrictBody of(JsonNode object, String what, Set<String> keys) {
    if (!keys.containsAll(object.propertyNames())) {
      throw refused(what + " has a key that is not agreed", keys);
    }
    return new StrictBody(object);
  }

  /** The object under {@code key}, which may have {@code keys}; empty if there is none. */
  Optional<StrictBody> inner(String key, Set<String> keys) {
    JsonNode value = object.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (value.isObject()) {
      return Optional.of(of(value, key, keys));
    }
    throw refused(key + " is no object", keys);
  }

  /** The objects under {@code key}, at most {@code most}; none if there is no such key. */
  List<StrictBody> inners(String key, int most, Set<String> keys) {
    return list(key, most, JsonNode::isObject, "object").stream()
        .map(each -> of(each, key, keys))
        .toList();
  }

  private static JsonNode tree(byte[] body, Set<String> keys) {
    try {
      JsonNode object = STRICT.readTree(body);
      if (object.isObject()) {
        return object;
      }
    } catch (JacksonException e) {
      // Refused below: what the parser says quotes the body.
    }
    throw refused("the body is not one JSON object with each key once", keys);
  }

  /** The text under {@code key}; empty if there is none. */
  Optional<String> text(String key) {
    JsonNode value = object.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (value.isString()) {
      return Optional.of(value.stringValue());
    }
    throw Refusal.of(
        ProblemKind.BAD_BODY, key + " is not a text", "write its value between quotes");
  }

  /** Whether {@code key} says true; false if there is no such key. */
  boolean flag(String key) {
    JsonNode value = object.path(key);
    if (value.isMissingNode() || value.isNull() || value.isBoolean()) {
      return value.asBoolean(false);
    }
    throw Refusal.of(ProblemKind.BAD_BODY, key + " is not true or false", "send one of them");
  }

  /** The whole number under {@code key}, or {@code otherwise}. */
  long number(String key, long least, long most, long otherwise) {
    JsonNode value = object.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      long number = value.longValue();
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw Refusal.of(
        ProblemKind.BAD_BODY,
        key + " is not a number within its bounds",
        "send a whole number from %d to %d".formatted(least, most));
  }

  /** The texts under {@code key}, at most {@code most}; none if there is no such key. */
  List<String> texts(String key, int most) {
    return list(key, most, JsonNode::isString, "text").stream().map(JsonNode::stringValue).toList();
  }

  /** The whole numbers above 0 under {@code key}, at most {@code most}. */
  List<Long> numbers(String key, int most) {
    return list(
            key,
            most,
            each -> each.isIntegralNumber() && each.canConvertToLong() && each.longValue() > 0,
            "whole number above 0")
        .stream()
        .map(JsonNode::longValue)
        .toList();
  }

  private List<JsonNode> list(String key, int most, Predicate<JsonNode> sound, String what) {
    JsonNode value = object.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    List<JsonNode> list = value.isArray() ? List.copyOf(value.values()) : List.of();
    if (!value.isArray() || list.size() > most || !list.stream().allMatch(sound)) {
      throw Refusal.of(
          ProblemKind.BAD_BODY,
          "%s is no list of at most %d, each a %s".formatted(key, most, what),
          "send \"%s\": [...]".formatted(key));
    }
    return list;
  }

  private static Refusal refused(String detail, Set<String> keys) {
    return Refusal.of(
        ProblemKind.BAD_BODY,
        detail,
        "send {\"key\": value} with keys out of " + String.join(", ", new TreeSet<>(keys)));
  }
}
