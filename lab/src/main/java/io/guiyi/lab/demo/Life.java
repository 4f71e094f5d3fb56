package io.guiyi.lab.demo;

import io.guiyi.lab.departments.CityLife;
import io.guiyi.routes.command.Progress;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets something happen in the city every few seconds while a demo is up. */
public final class Life implements AutoCloseable {
  private static final long EVERY_MS = 2_000;

  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("life").daemon().factory());
  private long happened;

  private Life() {}

  /** Starts. */
  public static Life goesOn(CityLife changes, Progress progress) {
    Life life = new Life();
    life.ticks.scheduleWithFixedDelay(
        () -> life.tick(changes, progress), EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    return life;
  }

  private void tick(CityLife changes, Progress progress) {
    try {
      happened += changes.tick().size();
      progress.count(() -> happened + " records changed at the departments since the start");
    } catch (SQLException | IOException | RuntimeException e) {
      progress.step("the city stands still: " + e.getMessage());
      ticks.shutdown();
    }
  }

  @Override
  public void close() {
    ticks.shutdownNow();
  }
}
