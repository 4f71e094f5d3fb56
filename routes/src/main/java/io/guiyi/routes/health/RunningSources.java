package io.guiyi.routes.health;

import io.guiyi.connectors.Source;
import io.guiyi.connectors.SourceHealth;
import io.guiyi.console.SourceState;
import io.guiyi.console.SourceState.Condition;
import io.guiyi.console.SourceStates;
import io.guiyi.records.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The state of the sources that this hub has open. */
public final class RunningSources implements SourceStates {
  private final List<Configured> configured;
  private final Function<SourceId, Optional<SourceHealth>> open;
  private final Instant start;

  /**
   * A configured source.
   *
   * @param id its name
   * @param every the pause between two pulls; zero if it is only pulled when asked
   */
  public record Configured(SourceId id, Duration every) {}

  /**
   * Watches sources.
   *
   * @param configured all of them, in configured order
   * @param open how those that are enabled are
   * @param start since when they are watched
   */
  public RunningSources(
      List<Configured> configured, Function<SourceId, Optional<SourceHealth>> open, Instant start) {
    this.configured = List.copyOf(configured);
    this.open = open;
    this.start = start;
  }

  /** How the sources of {@code open} are, by name. */
  static Function<SourceId, Optional<SourceHealth>> healthOf(Map<SourceId, Source> open) {
    return id -> Optional.ofNullable(open.get(id)).map(Source::health);
  }

  @Override
  public List<SourceState> now() {
    return configured.stream().map(this::state).toList();
  }

  private SourceState state(Configured source) {
    return open.apply(source.id())
        .map(health -> state(source, health))
        .orElseGet(() -> new SourceState(source.id(), source.every(), Condition.OFF, null, null));
  }

  private SourceState state(Configured source, SourceHealth health) {
    SourceHealth.Failure failure = health.lastFailure();
    return new SourceState(
        source.id(),
        source.every(),
        condition(health),
        health.isWell() ? null : answeredLast(health),
        failure == null
            ? null
            : new SourceState.Failure(failure.kind().name(), failure.sentence()));
  }

  private Instant answeredLast(SourceHealth health) {
    @Nullable Instant success = health.lastSuccess();
    return success == null ? start : success;
  }

  private static Condition condition(SourceHealth health) {
    return switch (health.breaker()) {
      case CLOSED -> health.isWell() ? Condition.WELL : Condition.FAILING;
      case HALF_OPEN -> Condition.TRYING;
      case OPEN -> Condition.RESTING;
    };
  }
}
