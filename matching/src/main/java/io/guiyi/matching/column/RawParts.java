package io.guiyi.matching.column;

import java.util.Arrays;

/**
 * The raw texts of one row's columns as UTF-8, each at the slot of the part that it fills. Used
 * again for row after row; for one thread.
 */
public final class RawParts {
  private static final int MOST_BYTES_OF_A_CHARACTER = 3;

  private final int[] starts;
  private final int[] lengths;
  private byte[] bytes = new byte[1024];
  private int size;

  /** Room for so many slots. */
  public RawParts(int slots) {
    starts = new int[slots];
    lengths = new int[slots];
  }

  /** All slots are empty again. */
  public void clear() {
    Arrays.fill(lengths, 0);
    size = 0;
  }

  /** Writes the characters of a column into the slots that it fills. */
  public void put(int[] slots, char[] buffer, int from, int length) {
    int room = size + MOST_BYTES_OF_A_CHARACTER * length;
    if (room > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * room);
    }
    int start = size;
    int at = start;
    int end = from + length;
    for (int i = from; i < end; i++) {
      char letter = buffer[i];
      if (letter < 0x80) {
        bytes[at++] = (byte) letter;
      } else if (Character.isHighSurrogate(letter)
          && i + 1 < end
          && Character.isLowSurrogate(buffer[i + 1])) {
        at = wide(Character.toCodePoint(letter, buffer[++i]), at);
      } else {
        at = wide(Character.isSurrogate(letter) ? '?' : letter, at);
      }
    }
    size = at;
    for (int slot : slots) {
      starts[slot] = start;
      lengths[slot] = at - start;
    }
  }

  private int wide(int character, int at) {
    int next = at;
    if (character < 0x80) {
      bytes[next++] = (byte) character;
    } else if (character < 0x800) {
      bytes[next++] = (byte) (0xC0 | character >> 6);
      bytes[next++] = (byte) (0x80 | character & 0x3F);
    } else if (character < 0x1_0000) {
      bytes[next++] = (byte) (0xE0 | character >> 12);
      bytes[next++] = (byte) (0x80 | character >> 6 & 0x3F);
      bytes[next++] = (byte) (0x80 | character & 0x3F);
    } else {
      bytes[next++] = (byte) (0xF0 | character >> 18);
      bytes[next++] = (byte) (0x80 | character >> 12 & 0x3F);
      bytes[next++] = (byte) (0x80 | character >> 6 & 0x3F);
      bytes[next++] = (byte) (0x80 | character & 0x3F);
    }
    return next;
  }

  byte[] bytes() {
    return bytes;
  }

  int start(int slot) {
    return starts[slot];
  }

  int length(int slot) {
    return lengths[slot];
  }
}
