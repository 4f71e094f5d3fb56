package io.guiyi.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A signature holds for its message and its key alone")
class SignaturesTest {
  private static final KeyPurpose SIGNING = new KeyPurpose.Signing();
  private static final byte[] MESSAGE = "answer 42".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private KeyRing ring;
  private Signatures signatures;

  @BeforeEach
  void openRing() {
    ring = KeyRing.open(folder.resolve("keys"));
    signatures = new Signatures(ring);
  }

  @Test
  @DisplayName("The public key alone verifies, in any process")
  void verifies() {
    Signature signature = signatures.sign(SIGNING, MESSAGE);
    VerificationKey key = signatures.verificationKey(signature.keyId());
    VerificationKey copied = new VerificationKey(KeyId.parse("signing-1"), key.pointHex());
    Signature received = new Signature(KeyId.parse("signing-1"), signature.base64());
    assertThat(copied.verify(MESSAGE, received)).isTrue();
  }

  @Test
  @DisplayName("Every flipped bit of the message or the signature is found")
  void everyBitFlip() {
    Signature signature = signatures.sign(SIGNING, MESSAGE);
    VerificationKey key = signatures.verificationKey(signature.keyId());
    for (int bit = 0; bit < MESSAGE.length * 8; bit++) {
      assertThat(key.verify(flipped(MESSAGE, bit), signature)).as("message bit %d", bit).isFalse();
    }
    byte[] der = signature.der();
    for (int bit = 0; bit < der.length * 8; bit++) {
      Signature forged = Signature.of(signature.keyId(), flipped(der, bit));
      assertThat(key.verify(MESSAGE, forged)).as("signature bit %d", bit).isFalse();
    }
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] flipped = bytes.clone();
    flipped[bit / 8] ^= (byte) (1 << (bit % 8));
    return flipped;
  }

  @Test
  @DisplayName("Another key does not verify, an older generation still does")
  void keys() {
    Signature first = signatures.sign(SIGNING, MESSAGE);
    Signature audit = signatures.sign(new KeyPurpose.Audit(), MESSAGE);
    KeyId second = ring.rotate(SIGNING);
    assertThat(signatures.sign(SIGNING, MESSAGE).keyId()).isEqualTo(second);
    assertThat(signatures.verificationKey(first.keyId()).verify(MESSAGE, first)).isTrue();
    assertThat(signatures.verificationKey(second).verify(MESSAGE, first)).isFalse();
    Signature relabelled = new Signature(first.keyId(), audit.base64());
    assertThat(signatures.verificationKey(first.keyId()).verify(MESSAGE, relabelled)).isFalse();
  }

  @Test
  @DisplayName("A point off the curve, a key that cannot sign and oversize text are refused")
  void refusals() {
    KeyId id = ring.current(SIGNING);
    String point = signatures.verificationKey(id).pointHex();
    String offCurve = point.substring(0, 129) + (point.endsWith("0") ? "1" : "0");
    assertThatIllegalArgumentException().isThrownBy(() -> new VerificationKey(id, offCurve));
    assertThatIllegalArgumentException().isThrownBy(() -> new VerificationKey(id, "00"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Signature(id, "A".repeat(132)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Signature(id, "*"));
    assertThatThrownBy(() -> signatures.verificationKey(KeyId.parse("identity-1")))
        .isInstanceOf(KeyRefused.class);
  }
}
