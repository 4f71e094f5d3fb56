package io.guiyi.routes.pull;

import io.guiyi.registry.intake.Retention;
import io.guiyi.registry.intake.RetentionSettings;
import io.guiyi.registry.intake.Sweep;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.routes.HubErrors;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps every hour, if this hub leads. */
public final class RetentionRoute extends RouteBuilder {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionRoute.class);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration FIRST_AFTER = Duration.ofMinutes(2);

  private final Retention retention;
  private final RetentionSettings settings;
  private final Leadership leadership;

  /** Sweeps by {@code settings}. */
  public RetentionRoute(Retention retention, RetentionSettings settings, Leadership leadership) {
    this.retention = retention;
    this.settings = settings;
    this.leadership = leadership;
  }

  @Override
  public void configure() {
    from("scheduler:retention?delay=%d&initialDelay=%d"
            .formatted(EVERY.toMillis(), FIRST_AFTER.toMillis()))
        .routeId("retention")
        .routeConfigurationId(HubErrors.NEXT_TURN)
        .process(_ -> sweep());
  }

  private void sweep() {
    if (leadership.isLeading()) {
      Sweep sweep = retention.sweep(settings);
      if (!sweep.isEmpty()) {
        LOG.info("retention has taken {}", sweep);
      }
    }
  }
}
