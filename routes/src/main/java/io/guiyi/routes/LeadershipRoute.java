package io.guiyi.routes;

import io.guiyi.registry.leadership.Leadership;
import org.apache.camel.builder.RouteBuilder;

/** Keeps this hub leader, or waits for its turn. */
final class LeadershipRoute extends RouteBuilder {
  private final Leadership leadership;

  LeadershipRoute(Leadership leadership) {
    this.leadership = leadership;
  }

  @Override
  public void configure() {
    // At once, so that a hub that is alone leads before its first pull.
    leadership.lead();
    from("scheduler:leadership?delay=" + Leadership.RENEW_EVERY.toMillis() / 2)
        .routeId("leadership")
        .routeConfigurationId(HubErrors.NEXT_TURN)
        .bean(leadership, "lead");
  }
}
