package io.guiyi.seal;

import java.security.SecureRandom;

/** The algorithm a purpose's keys belong to, and how such a key is born. */
enum KeyAlgorithm {
  SM4(16),
  HMAC_SM3(32),
  SIP_HASH(16),
  SM2(32);

  private final int lengthBytes;

  KeyAlgorithm(int lengthBytes) {
    this.lengthBytes = lengthBytes;
  }

  static KeyAlgorithm of(KeyPurpose purpose) {
    return switch (purpose) {
      case KeyPurpose.Envelope _, KeyPurpose.Subscriber _ -> SM4;
      case KeyPurpose.Lookup _ -> HMAC_SM3;
      case KeyPurpose.IndexTerm _ -> SIP_HASH;
      case KeyPurpose.Audit _, KeyPurpose.Signing _ -> SM2;
    };
  }

  /** Draws new key bytes; for SM2 until they are a valid private key, which is nearly at once. */
  byte[] generate(SecureRandom random) {
    byte[] drawn = new byte[lengthBytes];
    do {
      random.nextBytes(drawn);
    } while (this == SM2 && !Sm2Key.isPrivateKey(drawn));
    return drawn;
  }

  /** Makes a usable key of stored bytes, or says what is wrong with them without showing them. */
  SealKey key(KeyId id, byte[] bytes) {
    if (bytes.length != lengthBytes) {
      throw new IllegalArgumentException(
          this + " keys have " + lengthBytes + " bytes, this one has " + bytes.length);
    }
    return switch (this) {
      case SM4 -> new Sm4Key(id, bytes);
      case HMAC_SM3 -> new HmacSm3Key(id, bytes);
      case SIP_HASH -> new SipHashKey(id, bytes);
      case SM2 -> new Sm2Key(id, bytes);
    };
  }
}
