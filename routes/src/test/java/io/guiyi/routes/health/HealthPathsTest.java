package io.guiyi.routes.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The paths as {@code health.properties} lays them, on the real server. */
@DisplayName("Health and metrics")
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.main.banner-mode=off", "guiyi.logs=target/logs"})
class HealthPathsTest {
  @LocalServerPort private int port;
  @Autowired private Switch leadership;

  /** A part that can be switched. */
  static final class Switch {
    volatile Status status = Status.UP;

    Health health() {
      return Health.status(status).withDetail("why", "switched").build();
    }
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      excludeName = {
        "org.apache.camel.spring.boot.CamelAutoConfiguration",
        "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
      })
  @PropertySource("classpath:io/guiyi/routes/health/health.properties")
  static class Application {
    @Bean
    Switch leadership() {
      return new Switch();
    }

    @Bean
    HealthIndicator leadershipHealthIndicator(Switch leadership) {
      return leadership::health;
    }

    @Bean
    HealthIndicator databaseHealthIndicator() {
      return () -> Health.up().build();
    }

    @Bean
    HealthIndicator brokerHealthIndicator() {
      return () -> Health.up().build();
    }

    @Bean
    HealthIndicator indexHealthIndicator() {
      return () -> Health.unknown().build();
    }

    @Bean
    HealthIndicator sourcesHealthIndicator() {
      return () -> Health.up().build();
    }
  }

  @BeforeEach
  void lead() {
    leadership.status = Status.UP;
  }

  @ParameterizedTest(name = "leadership {0}: ready answers {1} {2}")
  @CsvSource({"UP, 200, UP", "DOWN, 503, DOWN", "OUT_OF_SERVICE, 503, OUT_OF_SERVICE"})
  @DisplayName("say ready only when all five are")
  void sayReady(String status, int answer, String whole) throws Exception {
    leadership.status = new Status(status);
    HttpResponse<String> ready = get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(answer);
    JsonNode body = JsonMapper.shared().readTree(ready.body());
    assertThat(body.path("status").asString()).isEqualTo(whole);
    assertThat(body.path("components").propertyNames())
        .containsExactlyInAnyOrder("database", "broker", "index", "leadership", "sources");
    assertThat(body.path("components").path("leadership").path("details").path("why").asString())
        .isEqualTo("switched");
    assertThat(get("/health/live").statusCode()).as("alive all the same").isEqualTo(200);
  }

  @Test
  @DisplayName("are scraped by Prometheus")
  void areScraped() throws Exception {
    HttpResponse<String> metrics = get("/metrics");
    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(metrics.body()).contains("jvm_memory_used_bytes", "process_uptime_seconds");
  }

  @ParameterizedTest
  @CsvSource({"/env", "/beans", "/heapdump", "/loggers", "/actuator", "/prometheus", "/shutdown"})
  @DisplayName("are all there is of Spring Boot's endpoints")
  void areAllThereIs(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
