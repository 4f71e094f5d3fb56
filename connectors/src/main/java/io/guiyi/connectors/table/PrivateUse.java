package io.guiyi.connectors.table;

import java.util.Map;

/**
 * Characters of the private use area, which mean something to their sender only.
 *
 * <p>Six are known to everybody: GB18030-2022 still decodes FE51, FE52, FE53, FE6C, FE76 and FE91
 * to places of the private use area, although their characters have had places of their own since
 * Unicode 3.1 (and older senders write those places in UTF-8 as well).
 */
final class PrivateUse {
  private static final Map<Integer, Integer> KNOWN =
      Map.of(
          0xE816, 0x20087,
          0xE817, 0x20089,
          0xE818, 0x200CC,
          0xE831, 0x215D7,
          0xE83B, 0x2298F,
          0xE855, 0x241FE);

  private static final int LOST = 0xFFFD;

  private PrivateUse() {}

  /** The first place (a char index) with a character that nobody can read, or -1. */
  static int firstUnknown(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      boolean foreign = Character.getType(c) == Character.PRIVATE_USE && !KNOWN.containsKey(c);
      if (foreign || c == LOST) {
        return i;
      }
    }
    return -1;
  }

  /** The same text with the six known characters at their own places. */
  static String known(String text) {
    if (text.chars().noneMatch(c -> KNOWN.containsKey(c))) {
      return text;
    }
    StringBuilder known = new StringBuilder(text.length() + 6);
    text.codePoints().forEach(c -> known.appendCodePoint(KNOWN.getOrDefault(c, c)));
    return known.toString();
  }
}
