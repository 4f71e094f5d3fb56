package io.guiyi.lab.demo;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something small again and again while something long is under way. */
final class Ticker implements AutoCloseable {
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("ticker").daemon().factory());

  private Ticker() {}

  static Ticker every(Duration pause, Runnable tick) {
    Ticker ticker = new Ticker();
    ticker.ticks.scheduleWithFixedDelay(
        tick, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    return ticker;
  }

  @Override
  public void close() {
    ticks.shutdownNow();
  }
}
