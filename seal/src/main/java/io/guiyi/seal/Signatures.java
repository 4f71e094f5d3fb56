package io.guiyi.seal;

import java.util.HexFormat;

/**
 * Signs with the hub's SM2 keys (GB/T 32918.2 over SM3, signer id {@code 1234567812345678}). For
 * many threads. A signature takes about a millisecond: sign digests or the root of a batch, not
 * single rows.
 */
public final class Signatures {
  private final KeyRing ring;

  /** Signs with the keys of this ring. */
  public Signatures(KeyRing ring) {
    this.ring = ring;
  }

  /**
   * Signs a message.
   *
   * @param purpose {@link KeyPurpose.Signing} or {@link KeyPurpose.Audit}
   */
  public Signature sign(KeyPurpose purpose, byte[] message) {
    Sm2Key key = ring.key(purpose, Sm2Key.class);
    return Signature.of(key.id(), key.sign(message, ring.random()));
  }

  /**
   * The public key of one of the hub's signing keys, of any generation.
   *
   * @throws KeyRefused when the ring has no signing key of that id
   */
  public VerificationKey verificationKey(KeyId id) {
    Sm2Key key =
        ring.key(id, Sm2Key.class)
            .orElseThrow(() -> new KeyRefused("Key " + id + " is no signing key of this ring"));
    return new VerificationKey(id, HexFormat.of().formatHex(key.publicPoint()));
  }
}
