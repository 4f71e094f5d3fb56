package io.guiyi.seal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds values again without keeping them: equal values give equal hashes, and without the key a
 * hash cannot be tried against guessed values. For many threads.
 *
 * <p>{@link #hash} is HMAC-SM3 for look-up columns. {@link #term} is SipHash-2-4 for the candidate
 * index, which makes many terms of each record: about 0.05 µs a term, against 0.9 µs for HMAC-SM3
 * on the same core. It is a keyed pseudo-random function made for short inputs and this width; 64
 * bits are enough because a shared term only makes a candidate, which is then compared in full.
 */
public final class KeyedHash {
  /** The longest value to hash, in characters. */
  public static final int VALUE_MAX = 1 << 20;

  /** The current and the one before: while rows are hashed again after a rotation, both exist. */
  private static final int GENERATIONS_MAX = 2;

  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

  private final KeyRing ring;
  private final SipHashKey termKey;

  /**
   * Hashes with the look-up key of this ring, and makes terms with the index term key that is
   * current now: an index keeps to one key, so a rotation takes effect with the next instance, on
   * which the index is rebuilt.
   */
  public KeyedHash(KeyRing ring) {
    this.ring = ring;
    this.termKey = ring.key(new KeyPurpose.IndexTerm(), SipHashKey.class);
  }

  /**
   * The hash to store for a value, under the current look-up key.
   *
   * @param kind what the value is, such as {@code id-number}; equal values of different kinds have
   *     different hashes. 1 to 32 lower-case letters, digits, underscores and hyphens, first a
   *     letter
   * @param value the value in its normal form, at most {@link #VALUE_MAX} characters
   */
  public LookupHash hash(String kind, String value) {
    return hash(ring.key(new KeyPurpose.Lookup(), HmacSm3Key.class), message(kind, value));
  }

  /**
   * The hashes to look a value up by, newest key first: one, or two while two generations of the
   * look-up key coexist.
   */
  public List<LookupHash> hashes(String kind, String value) {
    byte[] message = message(kind, value);
    return ring.generations(new KeyPurpose.Lookup()).stream()
        .limit(GENERATIONS_MAX)
        .flatMap(id -> ring.key(id, HmacSm3Key.class).stream())
        .map(key -> hash(key, message))
        .toList();
  }

  /**
   * Whether a stored hash is this value's, with the generation of the key that the stored hash
   * names; false when that key is not here.
   */
  public boolean matches(LookupHash stored, String kind, String value) {
    return stored.keyId().purpose().equals(new KeyPurpose.Lookup().label())
        && ring.key(stored.keyId(), HmacSm3Key.class)
            .map(key -> hash(key, message(kind, value)).equals(stored))
            .orElse(false);
  }

  /**
   * The keyed 64-bit term of an index term.
   *
   * @param text the term in clear, with the prefix that tells its kind
   */
  public long term(String text) {
    return termKey.hash(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The key of {@link #term}; an index built under another one must be rebuilt. */
  public KeyId termKey() {
    return termKey.id();
  }

  private static LookupHash hash(HmacSm3Key key, byte[] message) {
    return LookupHash.ofFirstBytes(key.id(), key.code(message));
  }

  /** Kind and value parted by a line break, which no kind holds, so the pair can be read back. */
  private static byte[] message(String kind, String value) {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException(
          "Kind '"
              + kind
              + "' is refused: 1 to 32 lower-case letters, digits, underscores and hyphens, first"
              + " a letter");
    }
    if (value.length() > VALUE_MAX) {
      throw new IllegalArgumentException(
          "Value of kind "
              + kind
              + " with "
              + value.length()
              + " characters is refused: at most "
              + VALUE_MAX);
    }
    return (kind + "\n" + value).getBytes(StandardCharsets.UTF_8);
  }
}
