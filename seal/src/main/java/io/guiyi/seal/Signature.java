package io.guiyi.seal;

import java.util.Base64;

/**
 * An SM2 signature and the key it names.
 *
 * @param keyId the signing key
 * @param base64 the DER sequence (r, s) of GB/T 35276 in Base64
 */
public record Signature(KeyId keyId, String base64) {
  private static final int BASE64_MAX = 128;

  /** Checks the encoding, not the signature. */
  public Signature {
    if (base64.isEmpty() || base64.length() > BASE64_MAX) {
      throw new IllegalArgumentException(
          "Signature by "
              + keyId
              + " of "
              + base64.length()
              + " characters is refused: 1 to "
              + BASE64_MAX);
    }
    Base64.getDecoder().decode(base64);
  }

  static Signature of(KeyId keyId, byte[] der) {
    return new Signature(keyId, Base64.getEncoder().encodeToString(der));
  }

  byte[] der() {
    return Base64.getDecoder().decode(base64);
  }
}
