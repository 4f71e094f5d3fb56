package io.guiyi.seal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/**
 * Keeps prepared cryptographic engines for reuse: expanding a key costs more than using it once,
 * and an engine serves one caller at a time.
 *
 * <p>A shared shelf and not a thread-local: virtual threads come by the thousand and each would
 * prepare an engine to use it once. When the shelf is empty a new engine is made, when it is full
 * the engine is dropped, so nobody waits and memory stays bounded.
 */
final class Engines<T> {
  private static final int KEPT_MAX = 64;

  private final ArrayBlockingQueue<T> shelf = new ArrayBlockingQueue<>(KEPT_MAX);
  private final Supplier<T> maker;

  Engines(Supplier<T> maker) {
    this.maker = maker;
  }

  /** An engine for the caller alone. */
  T take() {
    T kept = shelf.poll();
    return kept == null ? maker.get() : kept;
  }

  /** Returns an engine; one that has failed must not be returned. */
  void giveBack(T engine) {
    shelf.offer(engine);
  }
}
