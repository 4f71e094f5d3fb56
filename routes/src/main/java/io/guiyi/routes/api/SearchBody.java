package io.guiyi.routes.api;

import io.guiyi.records.Mask;
import io.guiyi.records.Parsed;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.PersonName;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a {@link Search} from {@code {"idNumber": "..."}} or {@code {"name": "...", "birthDate":
 * "1990-03-07"}}: one object, no other key, each once.
 */
final class SearchBody {
  private static final String ID_NUMBER = "idNumber";
  private static final String NAME = "name";
  private static final String BIRTH_DATE = "birthDate";
  private static final String EXAMPLES =
      "send {\"idNumber\": \"...\"} or {\"name\": \"...\", \"birthDate\": \"1990-03-07\"}";

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SearchBody() {}

  /**
   * The search that {@code body} asks for.
   *
   * @throws Refusal saying which value is wrong and why, masked
   */
  static Search read(byte[] body) {
    JsonNode object = object(body);
    Set<String> keys = Set.copyOf(object.propertyNames());
    if (keys.equals(Set.of(ID_NUMBER))) {
      String written = text(object, ID_NUMBER);
      return new Search.ByIdNumber(
          value(ID_NUMBER, written, Mask::document, IdNumber.parse(written)));
    }
    if (keys.equals(Set.of(NAME, BIRTH_DATE))) {
      String written = text(object, NAME);
      return new Search.ByNameAndBirthDate(
          value(NAME, written, Mask::name, PersonName.parse(written)),
          wholeDate(text(object, BIRTH_DATE)));
    }
    throw Refusal.of(
        ProblemKind.BAD_BODY,
        "the keys are neither idNumber alone nor name with birthDate",
        EXAMPLES);
  }

  private static JsonNode object(byte[] body) {
    try {
      JsonNode object = STRICT.readTree(body);
      if (object.isObject()) {
        return object;
      }
    } catch (JacksonException e) {
      // Refused below: what the parser says quotes the body.
    }
    throw Refusal.of(
        ProblemKind.BAD_BODY, "the body is not one JSON object with each key once", EXAMPLES);
  }

  private static String text(JsonNode object, String key) {
    JsonNode value = object.path(key);
    if (value.isString()) {
      return value.stringValue();
    }
    throw Refusal.of(
        ProblemKind.BAD_BODY, key + " is not a text", "write its value between quotes");
  }

  private static LocalDate wholeDate(String written) {
    return value(BIRTH_DATE, written, Mask::all, PartialDate.parse(written))
        .whole()
        .orElseThrow(() ->
            Refusal.of(
                ProblemKind.BAD_SEARCH,
                "birthDate names no day",
                "send year, month and day: 1990-03-07"));
  }

  private static <T> T value(
      String key, String written, UnaryOperator<String> mask, Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Ok<T>(T value) -> value;
      case Parsed.Refused<T>(var reason, String detail) ->
          throw Refusal.of(
              ProblemKind.BAD_SEARCH,
              "%s '%s': %s (%s)".formatted(key, mask.apply(written), detail, reason),
              "check it for typing errors");
    };
  }
}
