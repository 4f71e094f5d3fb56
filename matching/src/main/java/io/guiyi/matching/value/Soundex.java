package io.guiyi.matching.value;

/** American Soundex (Russell and Odell 1918; the National Archives' rule for h and w). */
final class Soundex {
  private static final String CODES = "01230120022455012623010202";
  private static final int LENGTH = 4;

  private Soundex() {}

  /** A letter and three digits; empty if the text has no Latin letter. */
  static String of(String text) {
    StringBuilder code = new StringBuilder(LENGTH);
    char last = '0';
    for (int i = 0; i < text.length() && code.length() < LENGTH; i++) {
      char letter = Character.toLowerCase(text.charAt(i));
      if (letter < 'a' || letter > 'z') {
        continue;
      }
      char digit = CODES.charAt(letter - 'a');
      if (code.isEmpty()) {
        code.append(letter);
      } else if (digit != '0' && digit != last) {
        code.append(digit);
      }
      if (letter != 'h' && letter != 'w') {
        last = digit;
      }
    }
    while (!code.isEmpty() && code.length() < LENGTH) {
      code.append('0');
    }
    return code.toString();
  }
}
