package io.guiyi.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The one layout of everything this package encrypts, and the binding of content to its place.
 *
 * <pre>
 * offset   length  content
 * 0        1       format, 1
 * 1        1       n, length of the key id in bytes
 * 2        n       key id, ASCII
 * 2 + n    12      nonce
 * 14 + n   m       ciphertext, as long as the clear bytes
 * 14+n+m   16      tag
 * </pre>
 *
 * <p>Associated data, authenticated but not stored, is UTF-8 text of lines: format, key id, and the
 * binding's own lines. No field may hold a line break, so two places never read the same.
 */
final class SealedBox {
  /** The longest clear content, 16 MiB. */
  static final int CLEAR_MAX_BYTES = 16 << 20;

  private static final byte FORMAT = 1;
  private static final int HEAD_BYTES = 2;

  /**
   * What a box is bound to.
   *
   * @param purpose whose keys may seal it
   * @param lines the binding, fields parted by line breaks, first the kind of binding
   * @param place the same for a person to read
   */
  record Binding(KeyPurpose purpose, String lines, String place) {}

  private final KeyRing ring;

  SealedBox(KeyRing ring) {
    this.ring = ring;
  }

  byte[] seal(Binding binding, byte[] clear) {
    if (clear.length > CLEAR_MAX_BYTES) {
      throw new IllegalArgumentException(
          "Content of "
              + clear.length
              + " bytes for "
              + binding.place()
              + " is too long to seal: at most "
              + CLEAR_MAX_BYTES);
    }
    Sm4Key key = ring.key(binding.purpose(), Sm4Key.class);
    byte[] id = key.id().text().getBytes(StandardCharsets.US_ASCII);
    byte[] nonce = ring.nonces().next();
    int nonceAt = HEAD_BYTES + id.length;
    int bodyAt = nonceAt + nonce.length;
    byte[] box = new byte[bodyAt + clear.length + Sm4Key.TAG_BYTES];
    box[0] = FORMAT;
    box[1] = (byte) id.length;
    System.arraycopy(id, 0, box, HEAD_BYTES, id.length);
    System.arraycopy(nonce, 0, box, nonceAt, nonce.length);
    key.seal(nonce, associated(key.id(), binding), clear, box, bodyAt);
    return box;
  }

  byte[] open(Binding binding, byte[] box) {
    KeyId id =
        keyId(box)
            .orElseThrow(() ->
                broken(
                    binding,
                    SealBroken.Reason.MALFORMED,
                    "these " + box.length + " bytes are nothing sealed here"));
    Sm4Key key =
        Optional.of(id)
            .filter(named -> named.purpose().equals(binding.purpose().label()))
            .flatMap(named -> ring.key(named, Sm4Key.class))
            .orElseThrow(() ->
                broken(
                    binding,
                    SealBroken.Reason.UNKNOWN_KEY,
                    "it names the key " + id + "; restore that key file if it is genuine"));
    int nonceAt = HEAD_BYTES + id.text().length();
    int bodyAt = nonceAt + Nonces.LENGTH_BYTES;
    return key.open(Arrays.copyOfRange(box, nonceAt, bodyAt), associated(id, binding), box, bodyAt)
        .orElseThrow(() ->
            broken(
                binding,
                SealBroken.Reason.NOT_AUTHENTIC,
                "it was altered or belongs elsewhere; restore it from a backup"));
  }

  /** The key id in front of a box; empty when the bytes do not have the layout. */
  static Optional<KeyId> keyId(byte[] box) {
    if (box.length < HEAD_BYTES || box[0] != FORMAT || box[1] < 1 || box[1] > KeyId.TEXT_MAX) {
      return Optional.empty();
    }
    if (box.length < HEAD_BYTES + box[1] + Nonces.LENGTH_BYTES + Sm4Key.TAG_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          KeyId.parse(new String(box, HEAD_BYTES, box[1], StandardCharsets.US_ASCII)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static byte[] associated(KeyId id, Binding binding) {
    return (FORMAT + "\n" + id.text() + "\n" + binding.lines()).getBytes(StandardCharsets.UTF_8);
  }

  private static SealBroken broken(Binding binding, SealBroken.Reason reason, String remedy) {
    return new SealBroken(binding.place(), reason, remedy);
  }
}
