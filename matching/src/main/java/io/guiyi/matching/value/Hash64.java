package io.guiyi.matching.value;

/**
 * Sixty-four bit digests of texts that are the same in every run: they order records and name
 * blocks. Not cryptographic; nothing leaves memory by them.
 *
 * <p>The final mix is that of MurmurHash3 (Austin Appleby, public domain).
 */
public final class Hash64 {
  private static final long SEED = 0x9E3779B97F4A7C15L;

  private Hash64() {}

  /** The digest of a text; never 0, which stands for "no value". */
  public static long of(String text) {
    long hash = SEED ^ text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0xBF58476D1CE4E5B9L;
      hash = Long.rotateLeft(hash, 29);
    }
    long mixed = mix(hash);
    return mixed == 0 ? SEED : mixed;
  }

  /** The digest of two digests in this order; never 0. */
  public static long of(long first, long second) {
    long mixed = mix(mix(first + SEED) ^ Long.rotateLeft(second * 0x94D049BB133111EBL, 31));
    return mixed == 0 ? SEED : mixed;
  }

  /** Spreads every bit of {@code value} over all bits; a permutation of the longs. */
  public static long mix(long value) {
    long mixed = value;
    mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }
}
