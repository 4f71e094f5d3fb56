package io.guiyi.connectors.police;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.guiyi.connectors.police.PoliceDesk.body;
import static io.guiyi.connectors.police.PoliceDesk.page;
import static io.guiyi.connectors.police.PoliceDesk.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.SourceHealth.Breaker;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.records.Watermark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A police department that fails")
@Timeout(60)
class PoliceFailureTest {
  private static final RetrySettings NEVER_AGAIN =
      new RetrySettings(1, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO);
  private static final String GOOD = body(List.of(row("A", "2026-01-01 00:00:00")), 1, null);

  private final PoliceDesk desk = new PoliceDesk();

  @AfterEach
  void close() {
    desk.close();
  }

  @ParameterizedTest(name = "with HTTP {0} is {1} after {2} requests")
  @CsvSource({
    "400, PROTOCOL, 1",
    "401, UNAUTHORIZED, 1",
    "403, UNAUTHORIZED, 1",
    "404, PROTOCOL, 1",
    "204, PROTOCOL, 1",
    "410, EXPIRED_CURSOR, 1",
    "500, REFUSED, 3",
    "502, REFUSED, 3"
  })
  void tellsStatusesApart(int status, Kind kind, int requests) {
    desk.server.stubFor(page(null).willReturn(aResponse().withStatus(status).withBody("{}")));

    assertFails(kind);
    assertThat(desk.requests()).hasSize(requests);
  }

  @Test
  @DisplayName("with a burst of 500 is asked again until it answers")
  void survivesABurst() throws SourceUnavailable {
    burst(aResponse().withStatus(500), aResponse().withStatus(503));

    assertThat(desk.walk(Watermark.START)).hasSize(1);
    assertThat(desk.requests()).hasSize(3);
  }

  @ParameterizedTest(name = "by {0} is asked again")
  @MethodSource("breaks")
  void survivesBreaks(String name, ResponseDefinitionBuilder broken) throws SourceUnavailable {
    burst(broken, broken);

    assertThat(desk.walk(Watermark.START)).as(name).hasSize(1);
    assertThat(desk.requests()).hasSize(3);
  }

  static Stream<Arguments> breaks() {
    return Stream.of(
        Arguments.of(
            "resetting the connection", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        Arguments.of("closing without a word", aResponse().withFault(Fault.EMPTY_RESPONSE)),
        Arguments.of(
            "breaking off in the middle", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
        Arguments.of("silence", okJson(GOOD).withFixedDelay(1_200)),
        Arguments.of("dripping", okJson(GOOD).withChunkedDribbleDelay(30, 12_000)));
  }

  @Test
  @DisplayName("that hangs is TIMEOUT, told with the bounds")
  void hangs() {
    desk.server.stubFor(page(null).willReturn(okJson(GOOD).withFixedDelay(5_000)));

    assertThat(assertFails(Kind.TIMEOUT).sentence()).contains("PT0.7S");
  }

  @Test
  @DisplayName("asking to come later is obeyed before the next request")
  void obeysRetryAfter() throws SourceUnavailable {
    desk.server.stubFor(
        page(null)
            .inScenario("throttle")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "1"))
            .willSetStateTo("free"));
    desk.server.stubFor(
        page(null).inScenario("throttle").whenScenarioStateIs("free").willReturn(okJson(GOOD)));
    long start = System.nanoTime();

    assertThat(desk.walk(Watermark.START)).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    assertThat(desk.source.health().breaker()).isEqualTo(Breaker.CLOSED);
  }

  @ParameterizedTest(name = "asking to come in {0} is told on: {1} s")
  @CsvSource({"3600, 3600", "'Sun, 22 Nov 2026 09:00:00 GMT', 3600"})
  void tellsLongWaitsOn(String wish, long seconds) {
    desk.server.stubFor(
        page(null).willReturn(aResponse().withStatus(429).withHeader("Retry-After", wish)));

    assertThat(assertFails(Kind.THROTTLED).retryAfter()).contains(Duration.ofSeconds(seconds));
    assertThat(desk.requests()).hasSize(1);
  }

  @Test
  @DisplayName("asking nonsense as Retry-After is met with the hub's own patience")
  void toleratesNonsense() {
    desk.server.stubFor(
        page(null).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "soon")));

    assertThat(assertFails(Kind.THROTTLED).retryAfter()).isEmpty();
    assertThat(desk.requests()).hasSize(3);
  }

  @ParameterizedTest(name = "sending {0} is PROTOCOL and nothing of it is repeated")
  @MethodSource("nonsense")
  void refusesNonsense(String name, String answer) {
    desk.server.stubFor(page(null).willReturn(okJson(answer)));

    SourceUnavailable fault = assertFails(Kind.PROTOCOL);
    assertThat(fault.sentence()).as(name).doesNotContain("张三").doesNotContain("secretly");
    assertThat(fault.getCause()).isNull();
  }

  static Stream<Arguments> nonsense() {
    return Stream.of(
        Arguments.of("a page for browsers", "<html>secretly 张三</html>"),
        Arguments.of("nothing", ""),
        Arguments.of("half a page", GOOD.substring(0, GOOD.length() - 20)),
        Arguments.of("a list", "[1,2]"),
        Arguments.of("a page and more", GOOD + " 张三"),
        Arguments.of("a page without code", "{\"rows\":[],\"next\":null}"),
        Arguments.of("a page without rows", "{\"code\":0,\"next\":null}"),
        Arguments.of("another code", "{\"code\":5000,\"message\":\"张三\",\"rows\":[]}"),
        Arguments.of("rows that are none", "{\"code\":0,\"rows\":{\"张三\":1}}"),
        Arguments.of("a cursor that is none", "{\"code\":0,\"rows\":[],\"next\":7}"),
        Arguments.of("an empty cursor", "{\"code\":0,\"rows\":[],\"next\":\"\"}"),
        Arguments.of("rows twice", "{\"code\":0,\"rows\":[],\"rows\":[]}"),
        Arguments.of("an abyss", "{\"code\":0,\"rows\":[" + "[".repeat(10_000)),
        Arguments.of("more rows than asked for", "{\"code\":0,\"rows\":[1,2,3,4],\"next\":null}"));
  }

  @Test
  @DisplayName("sending more than allowed is stopped while it is read")
  void stopsOversize() {
    desk.server.stubFor(page(null).willReturn(okJson(" ".repeat(65 * 1024) + GOOD)));

    assertThat(assertFails(Kind.TOO_LARGE).sentence()).contains("65536");
    assertThat(desk.requests()).hasSize(1);
  }

  @Test
  @DisplayName("sending without end is stopped, though it never says how much will come")
  void stopsEndless() throws Exception {
    try (ServerSocket endless = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> pour(endless));
      SourceUnavailable fault =
          failureOf("http://127.0.0.1:" + endless.getLocalPort(), NEVER_AGAIN);
      assertThat(fault.kind()).isEqualTo(Kind.TOO_LARGE);
    }
  }

  @Test
  @DisplayName("sending a compressed bomb gains nothing: compression was not agreed")
  void refusesBombs() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
      zip.write(new byte[10 * 1024 * 1024]);
    }
    desk.server.stubFor(
        page(null)
            .willReturn(
                aResponse()
                    .withStatus(200)
                    .withHeader("Content-Encoding", "gzip")
                    .withBody(bomb.toByteArray())));

    assertFails(Kind.PROTOCOL);
  }

  @Test
  @DisplayName("redirecting is not followed, and the credentials stay here")
  void neverFollowsRedirects() {
    WireMockServer elsewhere = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    elsewhere.start();
    try {
      elsewhere.stubFor(any(anyUrl()).willReturn(okJson(GOOD)));
      desk.server.stubFor(
          page(null)
              .willReturn(
                  aResponse()
                      .withStatus(302)
                      .withHeader("Location", elsewhere.baseUrl() + PoliceDesk.PATH)));

      assertFails(Kind.REDIRECTED);
      assertThat(elsewhere.getAllServeEvents()).isEmpty();
    } finally {
      elsewhere.stop();
    }
  }

  @Test
  @DisplayName("cannot pretend by a header that it answered 200")
  void ignoresForgedHeaders() {
    desk.server.stubFor(
        page(null)
            .willReturn(
                aResponse()
                    .withStatus(401)
                    .withHeader("CamelHttpResponseCode", "200")
                    .withHeader("camelhttpresponsecode", "200")
                    .withBody(GOOD)));

    assertFails(Kind.UNAUTHORIZED);
  }

  @Test
  @DisplayName("again and again is left in peace, then tried once, then trusted again")
  void breakerOpensAndCloses() throws SourceUnavailable {
    desk.server.stubFor(page(null).willReturn(aResponse().withStatus(500)));
    assertFails(Kind.REFUSED);
    assertFails(Kind.BREAKER_OPEN);
    assertThat(desk.source.health().breaker()).isEqualTo(Breaker.OPEN);
    assertThat(desk.source.health().lastFailure().kind()).isEqualTo(Kind.REFUSED);
    int before = desk.requests().size();
    assertFails(Kind.BREAKER_OPEN);
    assertThat(desk.requests()).hasSize(before);

    desk.clock.advance(Duration.ofSeconds(31));
    assertFails(Kind.BREAKER_OPEN);
    assertThat(desk.requests()).as("one trial").hasSize(before + 1);

    desk.clock.advance(Duration.ofSeconds(31));
    desk.server.stubFor(page(null).willReturn(okJson(GOOD)));
    assertThat(desk.walk(Watermark.START)).hasSize(1);
    assertThat(desk.source.health().breaker()).isEqualTo(Breaker.CLOSED);
    assertThat(desk.source.health().isWell()).isTrue();
  }

  @Test
  @DisplayName("that is not there is REFUSED")
  void isNotThere() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    assertThat(failureOf("http://127.0.0.1:" + port, NEVER_AGAIN).kind()).isEqualTo(Kind.REFUSED);
  }

  @Test
  @DisplayName("does not hold up a hub that stops: closing ends the wait between two attempts")
  void closingEndsTheWait() throws Exception {
    PoliceDesk patient =
        new PoliceDesk(
            new RetrySettings(
                3, Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5)));
    try {
      patient.server.stubFor(page(null).willReturn(aResponse().withStatus(500)));
      Thread pulling =
          Thread.ofVirtual()
              .start(() -> assertThrows(SourceUnavailable.class, patient.pull()::nextPage));
      while (patient.source.health().lastFailure() == null) {
        Thread.onSpinWait();
      }
      patient.source.close();
      assertThat(pulling.join(Duration.ofSeconds(10))).isTrue();
    } finally {
      patient.close();
    }
  }

  /** Two broken answers, then a good one. */
  private void burst(ResponseDefinitionBuilder first, ResponseDefinitionBuilder second) {
    desk.server.stubFor(
        page(null)
            .inScenario("burst")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(first)
            .willSetStateTo("second"));
    desk.server.stubFor(
        page(null)
            .inScenario("burst")
            .whenScenarioStateIs("second")
            .willReturn(second)
            .willSetStateTo("good"));
    desk.server.stubFor(
        page(null).inScenario("burst").whenScenarioStateIs("good").willReturn(okJson(GOOD)));
  }

  private SourceUnavailable assertFails(Kind kind) {
    SourceUnavailable fault =
        assertThrows(SourceUnavailable.class, () -> desk.walk(Watermark.START));
    assertThat(fault.kind()).as(fault.sentence()).isEqualTo(kind);
    assertThat(fault.toString()).doesNotContain(PoliceDesk.SECRET);
    return fault;
  }

  private SourceUnavailable failureOf(String baseUrl, RetrySettings retry) {
    try (SimpleCamelContext camel = new SimpleCamelContext()) {
      camel.start();
      try (PoliceSource source =
          PoliceSource.create(camel, PoliceDesk.settings(baseUrl, retry), desk.clock)) {
        return assertThrows(SourceUnavailable.class, () -> source.pull(Watermark.START).nextPage());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void pour(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getInputStream().read(new byte[4096]);
      byte[] blanks = " ".repeat(4096).getBytes(StandardCharsets.US_ASCII);
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      while (true) {
        socket.getOutputStream().write(blanks);
      }
    } catch (IOException e) {
      // The hub hung up, which is what the test is about.
    }
  }
}
