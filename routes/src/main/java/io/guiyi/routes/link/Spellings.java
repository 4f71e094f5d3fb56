package io.guiyi.routes.link;

import java.util.Arrays;

/** The distinct spellings met in one column, numbered from 1; 0 is the empty text. */
final class Spellings {
  /** Stands for a text that holds {@link Utf8Rows#DAMAGED} bytes. */
  static final int BROKEN = -1;

  /** Stands for a text of more than {@link #LONGEST} characters. */
  static final int TOO_LONG = -2;

  /** The most characters of a value. */
  static final int LONGEST = 10_000;

  private String[] texts = new String[1024];
  private int[] hashes = new int[1024];
  private int[] places = new int[4096];
  private int size = 1;

  Spellings() {
    texts[0] = "";
  }

  /** The number of a text, {@link #BROKEN} or {@link #TOO_LONG}. */
  int number(char[] buffer, int start, int length) {
    if (length == 0) {
      return 0;
    }
    if (length > LONGEST) {
      return TOO_LONG;
    }
    int hash = 0;
    boolean broken = false;
    for (int i = start; i < start + length; i++) {
      char letter = buffer[i];
      hash = 31 * hash + letter;
      broken |= letter == Utf8Rows.DAMAGED;
    }
    if (broken) {
      return BROKEN;
    }
    int mixed = hash * 0x9E3779B1;
    int place = mixed >>> Integer.numberOfLeadingZeros(places.length - 1);
    while (places[place] != 0) {
      int known = places[place];
      if (hashes[known] == mixed && same(texts[known], buffer, start, length)) {
        return known;
      }
      place = place + 1 & places.length - 1;
    }
    places[place] = size;
    return add(new String(buffer, start, length), mixed);
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

  private int add(String text, int hash) {
    if (size == texts.length) {
      texts = Arrays.copyOf(texts, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    texts[size] = text;
    hashes[size] = hash;
    if (2 * ++size > places.length) {
      spread();
    }
    return size - 1;
  }

  private void spread() {
    places = new int[2 * places.length];
    int shift = Integer.numberOfLeadingZeros(places.length - 1);
    for (int number = 1; number < size; number++) {
      int place = hashes[number] >>> shift;
      while (places[place] != 0) {
        place = place + 1 & places.length - 1;
      }
      places[place] = number;
    }
  }
}
