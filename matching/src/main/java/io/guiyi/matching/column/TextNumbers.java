package io.guiyi.matching.column;

import java.util.Arrays;

/**
 * Numbers for texts, from 0 in the order in which they come: a hash table by open addressing. A
 * text that is known is found from its characters, so that a million rows do not make a million
 * texts of the same few.
 */
final class TextNumbers {
  private static final int FIRST_ROOM = 1 << 10;

  private String[] texts = new String[FIRST_ROOM];
  private int[] hashes = new int[FIRST_ROOM];
  private int[] places = new int[4 * FIRST_ROOM];
  private int size;

  /** The number of a text; the next one if it is new. */
  int of(String text) {
    char[] letters = text.toCharArray();
    return of(letters, 0, letters.length);
  }

  /** The number of the text that some characters make; the next one if it is new. */
  int of(char[] buffer, int start, int length) {
    int hash = 0;
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + buffer[i];
    }
    hash *= 0x9E3779B9;
    hash ^= hash >>> 15;
    int at = hash & places.length - 1;
    while (places[at] != 0) {
      int known = places[at] - 1;
      if (hashes[known] == hash && same(texts[known], buffer, start, length)) {
        return known;
      }
      at = at + 1 & places.length - 1;
    }
    return add(at, new String(buffer, start, length), hash);
  }

  /** The text of a number that was given out. */
  String text(int number) {
    return texts[number];
  }

  private static boolean same(String text, char[] buffer, int start, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != buffer[start + i]) {
        return false;
      }
    }
    return true;
  }

  private int add(int at, String text, int hash) {
    if (size == texts.length) {
      texts = Arrays.copyOf(texts, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    texts[size] = text;
    hashes[size] = hash;
    places[at] = ++size;
    if (2 * size > places.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    places = new int[2 * places.length];
    for (int number = 0; number < size; number++) {
      int at = hashes[number] & places.length - 1;
      while (places[at] != 0) {
        at = at + 1 & places.length - 1;
      }
      places[at] = number + 1;
    }
  }
}
