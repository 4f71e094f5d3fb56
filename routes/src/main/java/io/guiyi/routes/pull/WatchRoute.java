package io.guiyi.routes.pull;

import io.guiyi.routes.HubErrors;
import org.apache.camel.builder.RouteBuilder;

/** Looks at the sources also while no pull ends. */
public final class WatchRoute extends RouteBuilder {
  private static final int TURN_MS = 30_000;

  private final AfterPull afterwards;

  /** Looks by {@code afterwards}. */
  public WatchRoute(AfterPull afterwards) {
    this.afterwards = afterwards;
  }

  @Override
  public void configure() {
    from("scheduler:watch?delay=%d&initialDelay=%d".formatted(TURN_MS, TURN_MS))
        .routeId("watch")
        .routeConfigurationId(HubErrors.NEXT_TURN)
        .bean(afterwards, "lookAtAll");
  }
}
