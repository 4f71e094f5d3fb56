package io.guiyi.routes.health;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * A check that answers in time, whatever it asks. Probes that come while one is under way share its
 * answer, so that a peer that hangs holds one thread, not one for each probe.
 */
final class BoundedCheck implements HealthIndicator {
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Callable<Health> check;
  private final Duration patience;
  private @Nullable FutureTask<Health> underway;

  BoundedCheck(Duration patience, Callable<Health> check) {
    this.check = check;
    this.patience = patience;
  }

  @Override
  public Health health() {
    try {
      return join().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return down("no answer within " + patience.toMillis() + " ms");
    } catch (ExecutionException e) {
      // By its class only: what a driver says may quote what it was sent.
      Throwable cause = e.getCause();
      return down("failed with " + (cause == null ? e : cause).getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return down("the probe was interrupted");
    }
  }

  private synchronized FutureTask<Health> join() {
    FutureTask<Health> task = underway;
    if (task == null || task.isDone()) {
      task = new FutureTask<>(check);
      underway = task;
      Thread.ofVirtual().name("health").start(task);
    }
    return task;
  }

  static Health down(String why) {
    return Health.down().withDetail("why", why).build();
  }
}
