package io.guiyi.routes.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether the candidate index holds the register's last change. Every page is committed first and
 * indexed then, so that being behind is normal and standing still behind is not.
 */
final class IndexCheck implements Callable<Health> {
  /** How long the index may stand still behind the register. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LongSupplier index;
  private final LongSupplier register;
  private final BooleanSupplier leading;
  private final Clock clock;
  private long seen = -1;
  private Instant seenAt = Instant.MIN;

  /**
   * Compares two numbers.
   *
   * @param index the number of the last change that the index holds
   * @param register the number of the register's last change
   * @param leading whether this hub leads; only the leader's index keeps in step
   */
  IndexCheck(LongSupplier index, LongSupplier register, BooleanSupplier leading, Clock clock) {
    this.index = index;
    this.register = register;
    this.leading = leading;
    this.clock = clock;
  }

  @Override
  public synchronized Health call() {
    if (!leading.getAsBoolean()) {
      return Health.unknown()
          .withDetail("why", "a hub that waits brings its index in step when it takes over")
          .build();
    }
    long holds = index.getAsLong();
    long last = register.getAsLong();
    Health.Builder health = health(holds, last);
    return health.withDetail("index", holds).withDetail("register", last).build();
  }

  private Health.Builder health(long holds, long last) {
    Instant now = clock.instant();
    if (holds != seen || holds == last) {
      seen = holds;
      seenAt = now;
    }
    if (holds > last) {
      // The register was read second: it cannot have been passed by its own view.
      return Health.down()
          .withDetail(
              "why", "the index is ahead: the database was restored; run 'guiyi index rebuild'");
    }
    boolean stuck = Duration.between(seenAt, now).compareTo(PATIENCE) > 0;
    return stuck
        ? Health.down().withDetail("why", "the index does not catch up; see the log")
        : Health.up();
  }
}
