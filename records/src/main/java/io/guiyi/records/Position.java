package io.guiyi.records;

import java.util.regex.Pattern;

/**
 * Where in a delivery a row stood, so that an operator can find it again: {@code lsh=4711}, {@code
 * page 3 row 17}, {@code file.csv byte 20481}. Never a personal value.
 *
 * @param text 1 to 120 printable characters
 */
public record Position(String text) {
  private static final Pattern FORM = Pattern.compile("[^\\p{Cntrl}]{1,120}");

  /** Checks the form; a position ends up in logs, so that control characters are refused. */
  public Position {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("a position must have 1 to 120 printable characters");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
