package io.guiyi.seal;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** A key for HMAC (RFC 2104) over SM3; engines keep the two padded key blocks already digested. */
final class HmacSm3Key implements SealKey {
  private final KeyId id;
  private final Engines<HMac> engines;

  HmacSm3Key(KeyId id, byte[] bytes) {
    this.id = id;
    KeyParameter key = new KeyParameter(bytes);
    this.engines = new Engines<>(() -> prepared(key));
  }

  private static HMac prepared(KeyParameter key) {
    HMac engine = new HMac(new SM3Digest());
    engine.init(key);
    return engine;
  }

  @Override
  public KeyId id() {
    return id;
  }

  /** The 32 bytes of the authentication code. */
  byte[] code(byte[] message) {
    HMac engine = engines.take();
    engine.update(message, 0, message.length);
    byte[] code = new byte[engine.getMacSize()];
    engine.doFinal(code, 0);
    engines.giveBack(engine);
    return code;
  }

  @Override
  public String toString() {
    return id + " (HMAC-SM3)";
  }
}
