package io.guiyi.routes.publish;

import io.guiyi.routes.HubErrors;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;

/**
 * Moves changes to the subscribers: fan-out, one relay for each subscriber, and the way back for
 * acknowledgements. Each turn of fan-out or relay does all there is to do, so that a change is on
 * its queue within two turns.
 */
public final class PublishRoutes extends RouteBuilder {
  /** The name of the component that reads acknowledgements from the broker. */
  public static final String JMS = "jms";

  private static final int TURN_MS = 200;

  private final PublishTurns turns;
  private final Acknowledgements acknowledgements;
  private final List<String> subscribers;

  /** Routes for {@code subscribers}. */
  public PublishRoutes(
      PublishTurns turns, Acknowledgements acknowledgements, List<String> subscribers) {
    this.turns = turns;
    this.acknowledgements = acknowledgements;
    this.subscribers = List.copyOf(subscribers);
  }

  @Override
  public void configure() {
    from("scheduler:fan-out?delay=" + TURN_MS)
        .routeId("fan-out")
        .routeConfigurationId(HubErrors.NEXT_TURN)
        .bean(turns, "fanOut");
    for (String subscriber : subscribers) {
      from("scheduler:relay-" + subscriber + "?delay=" + TURN_MS)
          .routeId("relay-" + subscriber)
          .routeConfigurationId(HubErrors.NEXT_TURN)
          .setBody(constant(subscriber))
          .bean(turns, "relay");
      from(JMS + ":queue:" + Broker.takenQueue(subscriber) + "?transacted=true")
          .routeId("taken-" + subscriber)
          .routeConfigurationId(HubErrors.REDELIVER)
          .removeHeaders("Camel*")
          .process(exchange ->
              acknowledgements.take(
                  subscriber, exchange.getMessage().getMandatoryBody(String.class)));
    }
  }
}
