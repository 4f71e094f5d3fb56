package io.guiyi.seal;

import org.bouncycastle.crypto.macs.SipHash;
import org.bouncycastle.crypto.params.KeyParameter;

/** A key for SipHash-2-4 (Aumasson and Bernstein 2012), a keyed 64-bit hash of short inputs. */
final class SipHashKey implements SealKey {
  private final KeyId id;
  private final KeyParameter key;

  SipHashKey(KeyId id, byte[] bytes) {
    this.id = id;
    this.key = new KeyParameter(bytes);
  }

  @Override
  public KeyId id() {
    return id;
  }

  /** The 64-bit hash. Its engine is four numbers: making one is cheaper than keeping one. */
  long hash(byte[] message) {
    SipHash engine = new SipHash(2, 4);
    engine.init(key);
    engine.update(message, 0, message.length);
    return engine.doFinal();
  }

  @Override
  public String toString() {
    return id + " (SipHash-2-4)";
  }
}
