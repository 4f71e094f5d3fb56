package io.guiyi.seal;

import java.util.Optional;

/**
 * Seals the values of one row and sensitivity class into one envelope (SM4-GCM, 128-bit tag) that
 * opens only in the place it was sealed for. For many threads.
 *
 * <p>Layout, with n the length of the key id: one byte format (1), one byte n, n bytes key id in
 * ASCII, 12 bytes nonce, the ciphertext, as long as the clear bytes, 16 bytes tag; so 30 + n bytes
 * more than the content, 40 for {@code identity-1}. The associated data are the UTF-8 lines {@code
 * 1}, key id, {@code envelope}, table, row, class.
 *
 * <p>The length of the content shows; pad it where a length could betray a value. Nonces never
 * repeat: each start of the hub counts upward from a random point of the 96-bit space.
 */
public final class Envelopes {
  /** The longest content of an envelope: 16 MiB. */
  public static final int CLEAR_MAX_BYTES = SealedBox.CLEAR_MAX_BYTES;

  private final SealedBox box;

  /** Seals and opens with the envelope keys of this ring. */
  public Envelopes(KeyRing ring) {
    this.box = new SealedBox(ring);
  }

  /**
   * Seals content for a place with the current key of its class.
   *
   * @param clear at most {@link #CLEAR_MAX_BYTES} bytes
   */
  public byte[] seal(EnvelopePlace place, byte[] clear) {
    return box.seal(binding(place), clear);
  }

  /**
   * Opens an envelope that was sealed for this place, with whichever generation of the class's keys
   * it names.
   *
   * @throws SealBroken when it was altered, moved from another place, or its key is not here
   */
  public byte[] open(EnvelopePlace place, byte[] envelope) {
    return box.open(binding(place), envelope);
  }

  /**
   * The id of the key an envelope names, unverified; empty when the bytes are no envelope. Tells
   * which rows are still to be sealed again after a rotation.
   */
  public static Optional<KeyId> keyId(byte[] envelope) {
    return SealedBox.keyId(envelope);
  }

  private static SealedBox.Binding binding(EnvelopePlace place) {
    String sensitivity = place.sensitivity().label();
    return new SealedBox.Binding(
        new KeyPurpose.Envelope(place.sensitivity()),
        "envelope\n" + place.table() + "\n" + place.row() + "\n" + sensitivity,
        place.toString());
  }
}
