package io.guiyi.connectors.police;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.Rows;
import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SteeredClock;
import io.guiyi.connectors.http.HttpSettings;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.jspecify.annotations.Nullable;

/** A police department that a test tells what to answer, and the hub's source before it. */
final class PoliceDesk implements AutoCloseable {
  static final String PATH = "/police/v1/registrations";
  static final String SECRET = "invented-secret-of-the-test";
  static final Duration SILENCE = Duration.ofMillis(700);

  final WireMockServer server = new WireMockServer(options().dynamicPort());
  final SteeredClock clock = new SteeredClock("2026-11-22T08:00:00Z");
  final SimpleCamelContext camel = new SimpleCamelContext();
  final PoliceSource source;

  PoliceDesk() {
    this(new RetrySettings(3, Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(2)));
  }

  PoliceDesk(RetrySettings retry) {
    server.start();
    camel.start();
    source = PoliceSource.create(camel, settings(server.baseUrl(), retry), clock);
  }

  static PoliceSettings settings(String baseUrl, RetrySettings retry) {
    return new PoliceSettings(
        new SourceId("police"),
        new HttpSettings(
            baseUrl, Duration.ofMillis(500), SILENCE, Duration.ofMillis(1500), 64 * 1024),
        "guiyi-test",
        new Secret(SECRET),
        3,
        Duration.ofMinutes(10),
        retry,
        new BreakerSettings(4, 4, 50, Duration.ofSeconds(30), 1));
  }

  /** What the desk is asked at this cursor; null for the first page. */
  static MappingBuilder page(@Nullable String cursor) {
    return get(urlPathEqualTo(PATH))
        .withQueryParam("cursor", cursor == null ? absent() : equalTo(cursor));
  }

  void answers(@Nullable String cursor, String body) {
    server.stubFor(page(cursor).willReturn(okJson(body)));
  }

  static String body(List<String> rows, long total, @Nullable String next) {
    return """
    {"code":0,"message":"ok","total":%d,"rows":[%s],"next":%s}\
    """
        .formatted(total, String.join(",", rows), next == null ? "null" : "\"" + next + "\"");
  }

  /** A good row with this key and update time. */
  static String row(String key, String changedAt) {
    Map<String, @Nullable Object> row = Rows.police();
    row.put("djbh", key);
    row.put("gxsj", changedAt);
    return Rows.json(row);
  }

  Pull pull() {
    return source.pull(Watermark.START);
  }

  /** Every page of a pull. */
  List<SourcePage> walk(Watermark from) throws SourceUnavailable {
    Pull pull = source.pull(from);
    List<SourcePage> pages = new ArrayList<>();
    for (Optional<SourcePage> page = pull.nextPage(); page.isPresent(); page = pull.nextPage()) {
      pages.add(page.get());
    }
    return pages;
  }

  List<LoggedRequest> requests() {
    return server.findAll(getRequestedFor(urlPathEqualTo(PATH)));
  }

  @Override
  public void close() {
    source.close();
    camel.stop();
    server.stop();
  }
}
