package io.guiyi.routes.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Route metrics")
class RouteMetricsTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private long count(String route, String outcome) {
    return meters.get(RouteMetrics.NAME).tags("route", route, "outcome", outcome).timer().count();
  }

  @Test
  @DisplayName("tell done from failed, also when the failure was handled, on every route passed")
  void tellDoneFromFailed() throws Exception {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addRoutePolicyFactory(new RouteMetrics(meters));
      camel.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              onException(Exception.class).handled(true);
              from("direct:outer").routeId("outer").to("direct:inner");
              from("direct:inner")
                  .routeId("inner")
                  .filter(body().isEqualTo("bad"))
                  .throwException(new IllegalStateException("no"));
            }
          });
      camel.start();
      ProducerTemplate template = camel.createProducerTemplate();
      template.sendBody("direct:outer", "good");
      template.sendBody("direct:outer", "good");
      template.sendBody("direct:outer", "bad");
    }
    assertThat(count("inner", "done")).isEqualTo(2);
    assertThat(count("inner", "failed")).isEqualTo(1);
    assertThat(count("outer", "done")).isEqualTo(2);
    assertThat(count("outer", "failed")).isEqualTo(1);
  }
}
