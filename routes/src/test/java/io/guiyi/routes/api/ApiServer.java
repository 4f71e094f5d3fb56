package io.guiyi.routes.api;

import io.guiyi.console.LatestStatus;
import io.guiyi.console.SourceState;
import io.guiyi.console.SourceStates;
import io.guiyi.records.Conservation;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import io.guiyi.registry.feed.FeedPosition;
import io.guiyi.registry.intake.OpenWriteBacks;
import io.guiyi.registry.intake.QuarantineCount;
import io.guiyi.registry.intake.SourceFreshness;
import io.guiyi.registry.status.RegisterStatus;
import io.guiyi.registry.status.SourceActivity;
import io.guiyi.registry.store.RegisterUnavailable;
import io.guiyi.registry.watch.Alarm;
import io.guiyi.registry.watch.AlarmKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * The API over HTTP, on the real server, with its real doors; the register behind it is invented.
 * Test classes that start it with the same settings share one, and {@link #reset} it between tests.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "org.apache.camel.spring.boot.CamelAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
    })
@Import(ApiDoors.class)
class ApiServer {
  static final String SEARCH = "/api/v1/persons/search";
  static final Instant NOW = Instant.parse("2026-03-02T02:15:30Z");

  final InventedRegister register = new InventedRegister();
  final Trail trail = new Trail();
  private final Path keys = keys();
  private final Environment environment;

  ApiServer(Environment environment) {
    this.environment = environment;
  }

  /** What the audit log was told. */
  static final class Trail implements AuditTrail {
    final List<String> entries = Collections.synchronizedList(new ArrayList<>());
    volatile boolean down;

    @Override
    public void append(String actor, String action, String object, String detail) {
      if (down) {
        throw new RegisterUnavailable("the database cannot serve", new IOException());
      }
      entries.add(String.join(" | ", actor, action, object, detail));
    }
  }

  private static Path keys() {
    try {
      return Files.createTempDirectory("guiyi-api");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Bean
  ApiToken apiToken() {
    return ApiToken.in(keys);
  }

  @Bean
  PersonController personController() {
    return new PersonController(new AuditedPersons(register, trail));
  }

  @Bean
  StatusController statusController() {
    SourceId police = new SourceId("police");
    SourceStates sources =
        () ->
            List.of(
                new SourceState(
                    police, Duration.ofSeconds(5), SourceState.Condition.WELL, null, null));
    LatestStatus status = new LatestStatus(() -> status(police), Clock.fixed(NOW, ZoneOffset.UTC));
    return new StatusController(status, sources, () -> true, "0.1.0");
  }

  private static RegisterStatus status(SourceId police) {
    Conservation counts = new Conservation(100, 20, 3, 4, 5, 6);
    return new RegisterStatus(
        NOW,
        90,
        101,
        7,
        counts,
        List.of(new QuarantineCount(police, QuarantineReason.DATE_INVALID, 6)),
        List.of(
            new RegisterStatus.Source(
                new SourceFreshness(police, new Watermark("17"), NOW, "COMPLETE", NOW, NOW, counts),
                new OpenWriteBacks(police, 0, null, null),
                activity())),
        List.of(new FeedPosition("labour-bureau", true, 90, 80, 70)),
        0,
        new RegisterStatus.Leader(3, "guiyi-01", NOW.plusSeconds(10)),
        List.of(
            new Alarm(
                5,
                police,
                AlarmKind.LATE,
                "",
                "2026-03-01T00:00:00Z > PT24H",
                NOW,
                NOW,
                null,
                null)));
  }

  private static SourceActivity activity() {
    return new SourceActivity(
        NOW,
        new Conservation(1, 2, 3, 4, 5, 6),
        new Conservation(1, 0, 0, 0, 0, 0),
        new SourceActivity.LastCertificate(9, "COMPLETE", NOW, "ab".repeat(32)),
        List.of());
  }

  /** Brings register and audit log up, and empties the log. */
  void reset() {
    register.down = false;
    trail.down = false;
    trail.entries.clear();
  }

  /** The token as a caller holds it. */
  String token() throws IOException {
    return Files.readString(keys.resolve(ApiToken.FILE)).strip();
  }

  /** The port, known once the server listens. */
  private int port() {
    return environment.getRequiredProperty("local.server.port", Integer.class);
  }

  /** Sends a GET with the token. */
  Reply get(String path) throws IOException {
    return send("GET", path, "", List.of());
  }

  /** Searches with {@code body}, which is JSON. */
  Reply post(String body) throws IOException {
    return send("POST", SEARCH, body, List.of("Content-Type: application/json"));
  }

  /** Sends a request with the token, addressed to this machine. */
  Reply send(String method, String path, String body, List<String> more) throws IOException {
    List<String> headers = new ArrayList<>(more);
    headers.add("Host: 127.0.0.1");
    headers.add("Authorization: Bearer " + token());
    return raw(method, path, body, headers);
  }

  /** A request as it stands: no client in between that mends paths or headers. */
  Reply raw(String method, String path, String body, List<String> headers) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("%s %s HTTP/1.1\r\n".formatted(method, path));
    headers.forEach(header -> head.append(header).append("\r\n"));
    if (headers.stream().noneMatch(header -> header.startsWith("Transfer-Encoding"))) {
      head.append("Content-Length: %d\r\n".formatted(content.length));
    }
    head.append("Connection: close\r\n\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
      try {
        socket.getOutputStream().write(content);
      } catch (IOException refusedHalfWay) {
        // The answer has come already.
      }
      return Reply.of(socket.getInputStream().readAllBytes());
    }
  }
}
