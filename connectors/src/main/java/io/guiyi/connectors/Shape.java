package io.guiyi.connectors;

/**
 * What a value looks like without what it says: digits become 9, Latin letters a, ASCII marks stay,
 * everything else becomes 字. {@code 1990-13-07} shows as {@code 9999-99-99}: enough for an operator
 * to see what went wrong, nothing to recognise a person by.
 */
public final class Shape {
  private static final int LONGEST = 24;

  private Shape() {}

  /** The shape of a value, cut after 24 characters. */
  public static String of(String value) {
    StringBuilder shape = new StringBuilder();
    value
        .codePoints()
        .limit(LONGEST)
        .forEach(c -> {
          if (Character.isDigit(c)) {
            shape.append('9');
          } else if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
            shape.append('a');
          } else {
            shape.append(c >= ' ' && c < 0x7f ? (char) c : '字');
          }
        });
    return value.codePointCount(0, value.length()) > LONGEST ? shape + "…" : shape.toString();
  }
}
