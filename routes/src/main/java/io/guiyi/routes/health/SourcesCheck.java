package io.guiyi.routes.health;

import io.guiyi.console.SourceState;
import io.guiyi.console.SourceStates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Shows how every source is doing; down when one has failed for too long. */
final class SourcesCheck implements HealthIndicator {
  /** How long a source may fail, on top of the pause between two pulls. */
  static final Duration PATIENCE = Duration.ofMinutes(15);

  private final SourceStates sources;
  private final Clock clock;

  SourcesCheck(SourceStates sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Instant now = clock.instant();
    Health.Builder health = Health.up();
    for (SourceState source : sources.now()) {
      health.withDetail(source.source().name(), details(source));
      if (failsForTooLong(source, now)) {
        health.down();
      }
    }
    return health.build();
  }

  private static Map<String, Object> details(SourceState source) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("condition", source.condition().name());
    if (source.failingSince() != null) {
      details.put("failingSince", source.failingSince());
      details.put("downAt", source.failingSince().plus(source.every()).plus(PATIENCE));
    }
    if (source.failure() != null) {
      details.put("failure", source.failure().sentence());
    }
    return details;
  }

  private static boolean failsForTooLong(SourceState source, Instant now) {
    Instant since = source.failingSince();
    return since != null && since.plus(source.every()).plus(PATIENCE).isBefore(now);
  }
}
