package io.guiyi.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.IntakePage;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceKey;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.SourceVersion;
import io.guiyi.records.Watermark;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.identity.Sex;
import io.guiyi.registry.RegisterSettings;
import io.guiyi.registry.audit.AuditEntry;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.resolve.Receipts;
import io.guiyi.registry.resolve.Resolver;
import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.config.ModelFile;
import io.guiyi.routes.publish.BrokerSettings;
import io.guiyi.seal.HashChain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** API, page, health and metrics of a whole hub: its own PostgreSQL, index, broker and routes. */
@DisplayName("A running hub")
class HubApiTest {
  private static final String NUMBER = "330282199003070016";
  private static final SourceId POLICE = new SourceId("police");

  @TempDir private static Path data;
  private static Hub hub;
  private static String token;

  @BeforeAll
  static void startAndBringOnePersonIn() throws IOException {
    hub =
        Hub.start(
            new HubSettings(
                data,
                new HubSettings.Http("127.0.0.1", 0),
                RegisterSettings.embedded(data, "test"),
                BrokerSettings.embedded(data.resolve("broker"), 0),
                List.of(),
                List.of(),
                ModelFile.shipped()));
    token = Files.readString(data.resolve("keys").resolve(ApiToken.FILE)).strip();
    Resolver resolver = hub.bean(Resolver.class);
    IntakePage page = new IntakePage(POLICE, List.of(row()), new Watermark("1"));
    Pulls pulls = hub.bean(Pulls.class);
    long pull = pulls.begin(POLICE);
    resolver.apply(pull, resolver.prepare(page), Receipts.UNWANTED);
    pulls.finish(pull, Pulls.COMPLETE);
  }

  private static CanonicalRecord row() {
    IdentityClaim who =
        IdentityClaim.named(new PersonName("张伟"))
            .withDocuments(List.of(new IdDocument(DocumentType.RESIDENT_ID, NUMBER)))
            .withBirth(Sex.MALE, PartialDate.of(LocalDate.of(1990, 3, 7)));
    return new CanonicalRecord(
        new SourceRecord(
            new SourceKey(POLICE, "D1"),
            new SourceVersion(Instant.parse("2026-03-01T00:00:00Z"), 0),
            SourceRecord.Presence.PRESENT,
            RawBytes.utf8("{}"),
            new Position("row 1")),
        who,
        List.of());
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  @DisplayName("finds and reads a person, and the audit chain knows, without a value")
  void findsAndReadsAPerson() throws Exception {
    AuditLog audit = hub.bean(AuditLog.class);
    long before = audit.head().number();
    JsonNode byNumber = search("{\"idNumber\": \"" + NUMBER + "\"}");
    JsonNode byName = search("{\"name\": \"张伟\", \"birthDate\": \"1990-03-07\"}");
    assertThat(byNumber).isEqualTo(byName);
    String id = byNumber.path("persons").path(0).path("id").asString();
    HttpResponse<String> person =
        send(request("/api/v1/persons/" + id).header("X-Case-Number", "K-1"));
    assertThat(person.statusCode()).isEqualTo(200);
    JsonNode number = json(person).path("values").path("idNumber");
    assertThat(number.path("value").asString()).isEqualTo(NUMBER);
    assertThat(number.path("provenance").path("source").asString()).isEqualTo("police");
    List<AuditEntry> entries = audit.after(before, 10);
    assertThat(entries)
        .extracting(AuditEntry::action)
        .containsExactly("person.search", "person.search", "person.read");
    assertThat(entries.getLast().object()).isEqualTo(id);
    assertThat(entries.getLast().detail()).isEqualTo("found=%s case=K-1".formatted(id));
    assertThat(entries.toString()).doesNotContain(NUMBER, "张伟", "1990");
    assertThat(audit.verify()).isInstanceOf(HashChain.Intact.class);
  }

  @Test
  @DisplayName("is ready, and live")
  void isReadyAndLive() throws Exception {
    Awaitility.await()
        .untilAsserted(() -> {
          HttpResponse<String> ready = send(request("/health/ready"));
          assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
        });
    JsonNode parts = json(send(request("/health/ready"))).path("components");
    assertThat(Set.copyOf(parts.propertyNames()))
        .isEqualTo(Set.of("database", "broker", "index", "leadership", "sources"));
    assertThat(parts.values())
        .allSatisfy(part -> assertThat(part.path("status").asString()).isEqualTo("UP"));
    assertThat(send(request("/health/live")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guiyi_route_seconds_count{outcome=\"done\",route=\"fan-out\"}",
        "guiyi_route_seconds_count{outcome=\"done\",route=\"leadership\"}",
        "guiyi_leader 1.0",
        "guiyi_persons 1.0",
        "guiyi_queue_depth{queue=\"dead-letter\"} 0.0",
        "guiyi_decisions_total{outcome=\"new-person\"}",
        "jvm_memory_used_bytes",
      })
  @DisplayName("tells Prometheus")
  void tellsPrometheus(String line) {
    Awaitility.await()
        .untilAsserted(() -> assertThat(send(request("/metrics")).body()).contains(line));
  }

  @Test
  @DisplayName("shows its page")
  void showsItsPage() {
    Awaitility.await()
        .untilAsserted(() -> {
          HttpResponse<String> page = send(request("/"));
          assertThat(page.statusCode()).isEqualTo(200);
          assertThat(page.body()).contains("本机为主", "尚未启用任何数据源", "<b>1</b>");
        });
  }

  @Test
  @DisplayName("answers a missing page as a page, and a missing API path as a problem")
  void answersWhatIsMissing() throws Exception {
    HttpResponse<String> page = send(request("/nothing").header("Accept", "text/html"));
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("没有这个页面");
    HttpResponse<String> path = send(request("/api/v1/nothing"));
    assertThat(path.statusCode()).isEqualTo(404);
    assertThat(path.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
  }

  private static JsonNode search(String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            request("/api/v1/persons/search")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(hub.url() + path))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
