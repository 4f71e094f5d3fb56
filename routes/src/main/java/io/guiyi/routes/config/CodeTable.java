package io.guiyi.routes.config;

import java.util.Map;

/**
 * A code list as it is written, before anybody knows for which of our terms it is used.
 *
 * @param words for each code the word it is explained by
 */
record CodeTable(Map<String, Word> words) {
  /** A list without codes. */
  static final CodeTable EMPTY = new CodeTable(Map.of());

  /**
   * One word.
   *
   * @param text the word
   * @param file where it is written
   * @param line in which line
   */
  record Word(String text, String file, int line) {}

  CodeTable {
    words = Map.copyOf(words);
  }
}
