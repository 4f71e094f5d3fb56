package io.guiyi.matching;

import java.nio.charset.StandardCharsets;

/**
 * Turns a blocking key into the 64-bit term under which it is indexed. On disk only such terms
 * stand, so that the index gives away no name and no number; the key that makes them lives outside.
 */
@FunctionalInterface
public interface TermKey {
  /**
   * The term for {@code text}. Equal texts give equal terms; it must not be possible to find the
   * text from the term without the key.
   */
  long term(String text);

  /** The term for a digest of what is indexed. */
  default long term(long digest) {
    byte[] letters = new byte[10];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = (byte) (digest >>> 7 * i & 0x7F);
    }
    return term(new String(letters, StandardCharsets.US_ASCII));
  }
}
