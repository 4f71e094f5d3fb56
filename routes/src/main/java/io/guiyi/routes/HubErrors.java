package io.guiyi.routes;

import io.guiyi.connectors.SourceUnavailable;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;

/**
 * The error policy of every route, in one place.
 *
 * <ul>
 *   <li>{@link #NEXT_TURN} for scheduled routes: a failure ends the turn and is logged by its class
 *       and message; the next turn starts from what the register holds, so that nothing is lost.
 *   <li>{@link #REDELIVER} for routes that read the broker: a failure rolls the message back, which
 *       the broker delivers again, ten times at most, and then keeps as a dead letter.
 * </ul>
 *
 * <p>Neither logs a message body.
 */
public final class HubErrors extends RouteConfigurationBuilder {
  /** For scheduled routes. */
  public static final String NEXT_TURN = "next-turn";

  /** For routes that read the broker. */
  public static final String REDELIVER = "redeliver";

  @Override
  public void configuration() {
    routeConfiguration(NEXT_TURN)
        .onException(SourceUnavailable.class)
        .handled(true)
        .log(LoggingLevel.WARN, "${routeId}: ${exception.message}")
        .end()
        .onException(Throwable.class)
        .handled(true)
        .log(LoggingLevel.ERROR, "${routeId}: ${exception.class.simpleName}: ${exception.message}")
        .end();
    routeConfiguration(REDELIVER)
        .onException(Throwable.class)
        .handled(false)
        .log(LoggingLevel.ERROR, "${routeId}: ${exception.class.simpleName}: ${exception.message}")
        .end();
  }
}
