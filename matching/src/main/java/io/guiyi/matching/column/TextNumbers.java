package io.guiyi.matching.column;

import org.jspecify.annotations.Nullable;

/** Numbers for texts, from 0 in the order in which they come: a hash table by open addressing. */
final class TextNumbers {
  private static final int FIRST_ROOM = 1 << 10;

  private @Nullable String[] texts = new @Nullable String[FIRST_ROOM];
  private int[] numbers = new int[FIRST_ROOM];
  private int size;

  /** The number of a text; the next one if it is new. */
  int of(String text) {
    if (2 * size >= texts.length) {
      grow();
    }
    int at = place(texts, text);
    if (texts[at] == null) {
      texts[at] = text;
      numbers[at] = size++;
    }
    return numbers[at];
  }

  private static int place(@Nullable String[] texts, String text) {
    int hash = text.hashCode() * 0x9E3779B9;
    int at = (hash ^ hash >>> 15) & (texts.length - 1);
    while (texts[at] != null && !text.equals(texts[at])) {
      at = (at + 1) & (texts.length - 1);
    }
    return at;
  }

  private void grow() {
    @Nullable String[] oldTexts = texts;
    int[] oldNumbers = numbers;
    texts = new @Nullable String[2 * oldTexts.length];
    numbers = new int[texts.length];
    for (int i = 0; i < oldTexts.length; i++) {
      String text = oldTexts[i];
      if (text != null) {
        int at = place(texts, text);
        texts[at] = text;
        numbers[at] = oldNumbers[i];
      }
    }
  }
}
