package io.guiyi.matching.column;

import io.guiyi.matching.value.Hash64;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was made of each spelling of a field: a hash table by open addressing over the raw bytes of
 * all its parts, which lie one behind another in large pages. A spelling that is known costs three
 * far places in memory and no object.
 */
final class Spellings {
  /** No spelling can have this number. */
  static final int NEW = -1;

  private static final int FIRST_ROOM = 1 << 12;
  private static final int PAGE = 1 << 20;
  private static final int GRAIN = 8;
  private static final long NUMBER = 0xFFFF_FFFFL;

  private final int parts;
  private final List<byte[]> pages = new ArrayList<>();
  private int used = PAGE;
  private byte[] key = new byte[256];
  private int keyLength;
  private int tag;
  private int place;

  /** Where each spelling lies, in grains from the first page on, and what was made of it. */
  private int[] grains = new int[FIRST_ROOM];

  private int[] values = new int[FIRST_ROOM];

  /** Above the hash, below the spelling plus one; 0 where nothing lies. */
  private long[] places = new long[2 * FIRST_ROOM];

  private int size;

  Spellings(int parts) {
    this.parts = parts;
  }

  /**
   * What was made of the spelling that stands in the slots from {@code first} on, or {@link #NEW}.
   */
  int valueOf(RawParts raw, int first) {
    spell(raw, first);
    int at = tag & places.length - 1;
    for (long known = places[at]; known != 0; known = places[at]) {
      int spelling = (int) (known & NUMBER) - 1;
      if ((int) (known >>> Integer.SIZE) == tag && isKey(spelling)) {
        return values[spelling];
      }
      at = at + 1 & places.length - 1;
    }
    place = at;
    return NEW;
  }

  /** Keeps what was made of the spelling that was just asked for and is new. */
  void keep(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
      grains = Arrays.copyOf(grains, 2 * size);
    }
    values[size] = value;
    grains[size] = stored();
    places[place] = (long) tag << Integer.SIZE | ++size;
    if (2 * size > places.length) {
      grow();
    }
  }

  /** The texts of the parts of the spelling that was just asked for. */
  List<String> texts() {
    String[] texts = new String[parts];
    int at = 0;
    for (int part = 0; part < parts; part++) {
      int length = length(at);
      at += Integer.BYTES;
      texts[part] = new String(key, at, length, StandardCharsets.UTF_8);
      at += length;
    }
    return List.of(texts);
  }

  private int length(int at) {
    return (key[at] & 0xFF) << 24
        | (key[at + 1] & 0xFF) << 16
        | (key[at + 2] & 0xFF) << 8
        | key[at + 3] & 0xFF;
  }

  /** Each part behind its length, so that no spelling is the beginning of another. */
  private void spell(RawParts raw, int first) {
    int room = 0;
    for (int part = 0; part < parts; part++) {
      room += Integer.BYTES + raw.length(first + part);
    }
    if (room > key.length) {
      key = new byte[2 * room];
    }
    byte[] bytes = raw.bytes();
    long mixed = 0;
    int at = 0;
    for (int part = 0; part < parts; part++) {
      int length = raw.length(first + part);
      key[at++] = (byte) (length >>> 24);
      key[at++] = (byte) (length >>> 16);
      key[at++] = (byte) (length >>> 8);
      key[at++] = (byte) length;
      mixed = (mixed + length + 1) * 0x9E3779B97F4A7C15L;
      int start = raw.start(first + part);
      for (int i = start; i < start + length; i++) {
        key[at++] = bytes[i];
        mixed = (mixed ^ bytes[i]) * 0xBF58476D1CE4E5B9L;
        mixed ^= mixed >>> 29;
      }
    }
    keyLength = at;
    tag = (int) Hash64.mix(mixed);
  }

  private boolean isKey(int spelling) {
    long at = (grains[spelling] & NUMBER) * GRAIN;
    byte[] page = pages.get((int) (at / PAGE));
    int offset = (int) (at % PAGE);
    return offset + keyLength <= page.length
        && Arrays.equals(page, offset, offset + keyLength, key, 0, keyLength);
  }

  /** Writes the key behind the others; a key larger than a page has one of its own. */
  private int stored() {
    if (used + keyLength > PAGE) {
      pages.add(new byte[Math.max(PAGE, keyLength)]);
      used = 0;
    }
    int page = pages.size() - 1;
    System.arraycopy(key, 0, pages.get(page), used, keyLength);
    long at = (long) page * PAGE + used;
    used = Math.min(PAGE, (used + keyLength + GRAIN - 1) / GRAIN * GRAIN);
    return (int) (at / GRAIN);
  }

  private void grow() {
    long[] before = places;
    places = new long[2 * before.length];
    for (long known : before) {
      if (known != 0) {
        int at = (int) (known >>> Integer.SIZE) & places.length - 1;
        while (places[at] != 0) {
          at = at + 1 & places.length - 1;
        }
        places[at] = known;
      }
    }
  }
}
