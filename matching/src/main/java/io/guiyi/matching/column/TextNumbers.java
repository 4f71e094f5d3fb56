package io.guiyi.matching.column;

import java.util.Arrays;

/** Numbers for texts, from 0 in the order in which they come: a hash table by open addressing. */
final class TextNumbers {
  private static final int FIRST_ROOM = 1 << 10;

  private static final long NUMBER = 0xFFFF_FFFFL;

  private String[] texts = new String[FIRST_ROOM];

  /** Above the hash, below the number plus one; 0 where nothing lies. */
  private long[] places = new long[4 * FIRST_ROOM];

  private int size;

  /** The number of a text; the next one if it is new. */
  int of(String text) {
    int hash = text.hashCode() * 0x9E3779B9;
    hash ^= hash >>> 15;
    int at = hash & places.length - 1;
    for (long place = places[at]; place != 0; place = places[at]) {
      int known = (int) (place & NUMBER) - 1;
      if ((int) (place >>> Integer.SIZE) == hash && texts[known].equals(text)) {
        return known;
      }
      at = at + 1 & places.length - 1;
    }
    return add(at, text, hash);
  }

  private int add(int at, String text, int hash) {
    if (size == texts.length) {
      texts = Arrays.copyOf(texts, 2 * size);
    }
    texts[size] = text;
    places[at] = (long) hash << Integer.SIZE | ++size;
    if (2 * size > places.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    long[] before = places;
    places = new long[2 * before.length];
    for (long place : before) {
      if (place != 0) {
        int at = (int) (place >>> Integer.SIZE) & places.length - 1;
        while (places[at] != 0) {
          at = at + 1 & places.length - 1;
        }
        places[at] = place;
      }
    }
  }
}
