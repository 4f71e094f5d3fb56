package io.guiyi.routes.config;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON as maps, lists, texts, numbers and flags, without binding to classes: that would cost a
 * short command more than its work.
 */
public final class PlainJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private PlainJson() {}

  /** One line for each key of the outermost map, so that files can be compared by eye. */
  public static String write(Map<String, ?> object) {
    StringBuilder text = new StringBuilder("{");
    String comma = "\n";
    for (Map.Entry<String, ?> entry : object.entrySet()) {
      text.append(comma).append(value(entry.getKey())).append(": ").append(value(entry.getValue()));
      comma = ",\n";
    }
    return text.append("\n}\n").toString();
  }

  /** A value on one line. */
  public static String value(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(generator, value);
    }
    return text.toString();
  }

  private static void write(JsonGenerator to, Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        to.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          to.writeName(String.valueOf(entry.getKey()));
          write(to, entry.getValue());
        }
        to.writeEndObject();
      }
      case Iterable<?> list -> {
        to.writeStartArray();
        for (Object item : list) {
          write(to, item);
        }
        to.writeEndArray();
      }
      case Boolean flag -> to.writeBoolean(flag);
      case Double number -> to.writeNumber(number);
      case Number number -> to.writeNumber(number.longValue());
      default -> to.writeString(value.toString());
    }
  }

  /**
   * Reads a map.
   *
   * @throws tools.jackson.core.JacksonException if it is no JSON
   * @throws IllegalArgumentException if it is no object
   */
  public static Map<String, Object> read(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("holds no object; write { ... }");
      }
      return object(parser);
    }
  }

  private static Map<String, Object> object(JsonParser parser) {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> parser.getString();
    };
  }
}
