package io.guiyi.routes.command;

import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C or SIGTERM, turned into the orderly end of a command: the signal wakes {@link #await}, and
 * the process ends when this is closed, with {@link ExitCode#DONE}, because a command that stopped
 * as it was told has done its work. Open it before everything that has to stop gracefully.
 */
public final class StopSignal implements AutoCloseable {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  private StopSignal() {}

  /** Listens from now on. */
  public static StopSignal listen() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(signal::arrive, "stop-signal"));
    return signal;
  }

  private void arrive() {
    boolean signalled = stopped.getCount() > 0;
    asked.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (signalled) {
      // The JVM would end with the signal's number; everything is closed by now.
      Runtime.getRuntime().halt(ExitCode.DONE);
    }
  }

  /** Returns when the process is told to stop. */
  public void await() throws InterruptedException {
    asked.await();
  }

  @Override
  public void close() {
    stopped.countDown();
  }
}
