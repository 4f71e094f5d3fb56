package io.guiyi.seal;

import java.nio.ByteBuffer;

/**
 * A keyed hash by which a value is found again: 128 bits of HMAC-SM3, wide enough that two of ten
 * million values share one with a chance below 10^-24. Stands for one person's value, so its text
 * form is shortened.
 *
 * @param keyId the key that made it; hashes of different keys are never equal
 * @param high the first eight bytes, most significant first
 * @param low the second eight bytes
 */
public record LookupHash(KeyId keyId, long high, long low) {
  /** Length of {@link #bytes()}. */
  public static final int LENGTH_BYTES = 16;

  /**
   * The hash of a stored column.
   *
   * @throws IllegalArgumentException when there are not {@link #LENGTH_BYTES} bytes
   */
  public static LookupHash of(KeyId keyId, byte[] bytes) {
    if (bytes.length != LENGTH_BYTES) {
      throw new IllegalArgumentException(
          "A look-up hash has " + LENGTH_BYTES + " bytes, these are " + bytes.length);
    }
    return ofFirstBytes(keyId, bytes);
  }

  static LookupHash ofFirstBytes(KeyId keyId, byte[] code) {
    ByteBuffer halves = ByteBuffer.wrap(code);
    return new LookupHash(keyId, halves.getLong(), halves.getLong());
  }

  /** The 16 bytes to store. */
  public byte[] bytes() {
    return ByteBuffer.allocate(LENGTH_BYTES).putLong(high).putLong(low).array();
  }

  @Override
  public String toString() {
    return keyId + ":" + "%016x".formatted(high).substring(0, 4) + "…";
  }
}
