package io.guiyi.routes.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/**
 * Times every route: {@code guiyi.route}, by route and by whether it was done or failed. A failure
 * that the error policy has handled is a failure here all the same.
 *
 * <p>A policy on each route, not a notifier of events: an event tells of an exchange where it
 * began, and would not see the routes that are called by others.
 */
public final class RouteMetrics implements RoutePolicyFactory {
  static final String NAME = "guiyi.route";

  private final MeterRegistry meters;

  /** Counts in {@code meters}. */
  public RouteMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public RoutePolicy createRoutePolicy(CamelContext camelContext, String routeId, NamedNode route) {
    return new Timing(timer(routeId, "done"), timer(routeId, "failed"));
  }

  private Timer timer(String route, String outcome) {
    return Timer.builder(NAME)
        .description("Exchanges that passed a route")
        .tag("route", route)
        .tag("outcome", outcome)
        .register(meters);
  }

  /** Of one route. */
  private static final class Timing extends RoutePolicySupport {
    private static final String BEGIN = "HubRouteBegin-";

    private final Timer done;
    private final Timer failed;

    Timing(Timer done, Timer failed) {
      this.done = done;
      this.failed = failed;
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
      exchange.setProperty(BEGIN + route.getRouteId(), System.nanoTime());
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
      if (exchange.removeProperty(BEGIN + route.getRouteId()) instanceof Long begin) {
        (hasFailed(exchange) ? failed : done).record(Duration.ofNanos(System.nanoTime() - begin));
      }
    }

    private static boolean hasFailed(Exchange exchange) {
      return exchange.isFailed()
          || exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT) != null;
    }
  }
}
