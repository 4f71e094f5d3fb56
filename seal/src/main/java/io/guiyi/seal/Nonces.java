package io.guiyi.seal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Nonces for SM4-GCM, 96 bits, none ever given twice.
 *
 * <p>Each start of the hub walks one contiguous run of the 96-bit space: nonce = start + count,
 * where the start's upper 64 bits are random and its lower 32 bits zero. Inside a run two nonces
 * are equal only after 2^96 of them, so threads cannot collide however they are scheduled. Two runs
 * of fewer than 2^32 nonces meet only if they draw the same 64 bits: after 90,000 starts under one
 * key generation the chance that any two did is still below 2^-32, the bound of NIST SP 800-38D
 * §8.2. Nothing is kept on disk, hence nothing repeats when a backup is restored or two hubs share
 * their keys.
 */
final class Nonces {
  static final int LENGTH_BYTES = 12;

  private final long start;
  private final AtomicLong count;

  /** A new run from a random start. */
  Nonces(SecureRandom random) {
    this(random.nextLong(), 0);
  }

  /**
   * A run that has gone some way.
   *
   * @param start the upper 64 bits of its first nonce
   * @param count how many it has given out
   */
  Nonces(long start, long count) {
    this.start = start;
    this.count = new AtomicLong(count);
  }

  /** The next nonce. Safe for many threads. */
  byte[] next() {
    long n = count.getAndIncrement();
    return ByteBuffer.allocate(LENGTH_BYTES).putLong(start + (n >>> 32)).putInt((int) n).array();
  }
}
