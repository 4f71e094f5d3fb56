package io.guiyi.seal;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * An SM3 digest (GB/T 32905), 32 bytes. Immutable. A digest hides nothing that can be guessed: for
 * personal values use {@link KeyedHash}.
 */
public final class Sm3 {
  /** Length of {@link #bytes()}. */
  public static final int LENGTH_BYTES = 32;

  private final byte[] bytes;

  private Sm3(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Digests the parts one after the other, as if they were one. */
  public static Sm3 of(byte[]... parts) {
    SM3Digest digest = new SM3Digest();
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    byte[] out = new byte[LENGTH_BYTES];
    digest.doFinal(out, 0);
    return new Sm3(out);
  }

  /**
   * A digest that was stored as bytes.
   *
   * @throws IllegalArgumentException when there are not {@link #LENGTH_BYTES} of them
   */
  public static Sm3 ofBytes(byte[] digest) {
    if (digest.length != LENGTH_BYTES) {
      throw new IllegalArgumentException(
          "An SM3 digest has " + LENGTH_BYTES + " bytes, these are " + digest.length);
    }
    return new Sm3(digest.clone());
  }

  /**
   * A digest that was stored as text.
   *
   * @throws IllegalArgumentException when it is not 64 hexadecimal digits
   */
  public static Sm3 parse(String hex) {
    return ofBytes(HexFormat.of().parseHex(hex));
  }

  /** The 32 bytes, the caller's to keep. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sm3 that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
