package io.guiyi.matching.value;

import java.util.Collection;

/**
 * A level or facet as a model writes it: a word, and perhaps a number behind it.
 *
 * @param word such as {@code jaro-winkler}
 * @param number such as 0.92; not a number if none was written
 * @param text the whole as it was written
 */
record Spec(String word, double number, String text) {
  /** Splits a level or a facet. */
  static Spec of(String text) {
    String trimmed = text.strip();
    int blank = trimmed.indexOf(' ');
    if (blank < 0) {
      return new Spec(trimmed, Double.NaN, trimmed);
    }
    try {
      return new Spec(
          trimmed.substring(0, blank), Double.parseDouble(trimmed.substring(blank + 1)), trimmed);
    } catch (NumberFormatException _) {
      return new Spec(trimmed, Double.NaN, trimmed);
    }
  }

  /** The number behind the word, a whole one from 1 to 64. */
  int count(String purpose, Collection<String> known) {
    if (!(number >= 1 && number <= 64) || number != Math.rint(number)) {
      throw new ModelWordException(text, purpose, known);
    }
    return (int) number;
  }

  /** The number behind the word, more than 0 and at most 1. */
  double share(String purpose, Collection<String> known) {
    if (!(number > 0 && number <= 1)) {
      throw new ModelWordException(text, purpose, known);
    }
    return number;
  }
}
