package io.guiyi.seal;

import java.util.HexFormat;

/**
 * The public half of an SM2 signing key: all that someone outside the hub needs to check what it
 * has signed.
 *
 * @param keyId the key's name
 * @param pointHex the uncompressed point in 130 lower-case hexadecimal digits: 04, x, y
 */
public record VerificationKey(KeyId keyId, String pointHex) {
  private static final int POINT_DIGITS = 130;

  /** Checks that the point is on the curve. */
  public VerificationKey {
    if (pointHex.length() != POINT_DIGITS || !pointHex.startsWith("04")) {
      throw new IllegalArgumentException(
          "Public key "
              + keyId
              + " is refused: "
              + POINT_DIGITS
              + " hexadecimal digits that begin with 04 are expected");
    }
    Sm2Key.publicKey(HexFormat.of().parseHex(pointHex));
  }

  /** Whether the signature is this key's over this message. */
  public boolean verify(byte[] message, Signature signature) {
    return signature.keyId().equals(keyId)
        && Sm2Key.verify(HexFormat.of().parseHex(pointHex), message, signature.der());
  }
}
