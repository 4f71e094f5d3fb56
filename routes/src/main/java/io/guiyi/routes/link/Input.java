package io.guiyi.routes.link;

import java.nio.file.Path;

/**
 * A file of records.
 *
 * @param source of which source of the model
 * @param file CSV, UTF-8, with a header line
 */
public record Input(String source, Path file) {
  /**
   * Reads {@code SOURCE=FILE}.
   *
   * @throws IllegalArgumentException if one of them is missing
   */
  public static Input parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new IllegalArgumentException(
          "input is '%s'; write SOURCE=FILE with a source of the model".formatted(text));
    }
    return new Input(text.substring(0, equals), Path.of(text.substring(equals + 1)));
  }
}
