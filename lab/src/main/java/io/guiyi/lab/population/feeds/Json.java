package io.guiyi.lab.population.feeds;

import org.jspecify.annotations.Nullable;

/** Writes JSON strings by RFC 8259. */
final class Json {

  private Json() {}

  /** Appends a quoted string, or null. */
  static void string(StringBuilder json, @Nullable String value) {
    if (value == null) {
      json.append("null");
      return;
    }
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
