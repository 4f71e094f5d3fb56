package io.guiyi.seal;

import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** An SM4 key (GB/T 32907) used in Galois/counter mode with a tag of 128 bits (RFC 8998 §3). */
final class Sm4Key implements SealKey {
  static final int TAG_BYTES = 16;

  private final KeyId id;
  private final Engines<GCMModeCipher> engines;

  Sm4Key(KeyId id, byte[] bytes) {
    this.id = id;
    KeyParameter key = new KeyParameter(bytes);
    this.engines = new Engines<>(() -> prepared(key));
  }

  /** An engine that has expanded the key; later calls set the nonce only and keep the rest. */
  private static GCMModeCipher prepared(KeyParameter key) {
    GCMModeCipher engine = GCMBlockCipher.newInstance(new SM4Engine());
    engine.init(false, new AEADParameters(key, TAG_BYTES * 8, new byte[Nonces.LENGTH_BYTES]));
    return engine;
  }

  @Override
  public KeyId id() {
    return id;
  }

  /** Writes ciphertext and tag to {@code out} from {@code offset} on. */
  void seal(byte[] nonce, byte[] associated, byte[] clear, byte[] out, int offset) {
    GCMModeCipher engine = engines.take();
    engine.init(true, new ParametersWithIV(null, nonce));
    engine.processAADBytes(associated, 0, associated.length);
    int written = engine.processBytes(clear, 0, clear.length, out, offset);
    try {
      engine.doFinal(out, offset + written);
    } catch (InvalidCipherTextException impossible) {
      throw new IllegalStateException("Sealing checks no tag", impossible);
    }
    engines.giveBack(engine);
  }

  /** The clear bytes of the ciphertext and tag from {@code offset} on; empty when the tag fails. */
  Optional<byte[]> open(byte[] nonce, byte[] associated, byte[] sealed, int offset) {
    GCMModeCipher engine = engines.take();
    engine.init(false, new ParametersWithIV(null, nonce));
    engine.processAADBytes(associated, 0, associated.length);
    int length = sealed.length - offset;
    byte[] clear = new byte[length - TAG_BYTES];
    try {
      int written = engine.processBytes(sealed, offset, length, clear, 0);
      engine.doFinal(clear, written);
    } catch (InvalidCipherTextException notAuthentic) {
      return Optional.empty();
    }
    engines.giveBack(engine);
    return Optional.of(clear);
  }

  @Override
  public String toString() {
    return id + " (SM4)";
  }
}
