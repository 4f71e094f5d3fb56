package io.guiyi.routes.health;

import java.util.function.LongSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while this hub leads; out of service while it waits for its turn. */
final class LeadershipCheck implements HealthIndicator {
  private final LongSupplier term;

  /**
   * Asks for the term.
   *
   * @param term in which this hub leads; 0 if it does not
   */
  LeadershipCheck(LongSupplier term) {
    this.term = term;
  }

  @Override
  public Health health() {
    long leads = term.getAsLong();
    return leads > 0
        ? Health.up().withDetail("term", leads).build()
        : Health.outOfService()
            .withDetail("why", "another hub leads, or nobody yet; this one waits for its turn")
            .build();
  }
}
