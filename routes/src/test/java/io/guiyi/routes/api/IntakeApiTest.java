package io.guiyi.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivery;
import io.guiyi.records.IntakePage;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceVersion;
import io.guiyi.records.Watermark;
import io.guiyi.registry.RegisterSettings;
import io.guiyi.registry.intake.Deliveries;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.resolve.PageOutcome;
import io.guiyi.registry.resolve.Receipts;
import io.guiyi.registry.resolve.Resolver;
import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.command.Doorplate;
import io.guiyi.routes.command.Guiyi;
import io.guiyi.routes.publish.BrokerSettings;
import io.guiyi.routes.pull.SourceEntry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Quarantine and deliveries over a running hub's API, as the commands call it. */
@DisplayName("An operator's commands about intake")
class IntakeApiTest {
  private static final SourceId POLICE = new SourceId("police");
  @TempDir private static Path data;
  private static Hub hub;
  private static Doorplate plate;

  /** How a command ended, and what it said. */
  private record Ended(int code, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out.strip());
    }
  }

  @BeforeAll
  static void start() {
    PoliceSettings police =
        PoliceSettings.of("http://127.0.0.1:9", "test", new Secret("a secret of length"));
    hub =
        Hub.start(
            new HubSettings(
                data,
                new HubSettings.Http("127.0.0.1", 0),
                RegisterSettings.embedded(data, "test"),
                BrokerSettings.embedded(data.resolve("broker"), 0),
                List.of(new SourceEntry(true, Duration.ZERO, new SourceEntry.Police(police))),
                List.of()));
    plate = Doorplate.hang(hub);
    hold("row 1", "{\"nothing\":1}", QuarantineReason.CODE_UNKNOWN);
    hold("row 2", "{\"nothing\":2}", QuarantineReason.CODE_UNKNOWN);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      plate.close();
      hub.close();
    }
  }

  @Test
  @DisplayName("list, count and replay what is held; rows refused again stay for today's reason")
  void quarantine() {
    Ended listed = run("quarantine", "list", "--source", "police", "--limit", "1", "--json");
    assertThat(listed.code()).isZero();
    assertThat(listed.json().path("rows").path(0).path("position").asString()).isEqualTo("row 1");
    assertThat(listed.json().path("next").asLong()).isPositive();
    assertThat(listed.out()).doesNotContain("nothing");
    assertThat(run("quarantine", "list").out()).contains("row 1", "row 2", "no such code");
    assertThat(run("quarantine", "counts").out()).contains("police  ").hasLineCount(2);

    JsonNode first = run("quarantine", "replay", "--json").json();
    assertThat(first.path("read").asLong()).isEqualTo(2);
    assertThat(first.path("quarantined").asLong()).isEqualTo(2);
    JsonNode counts = run("quarantine", "counts", "--json").json().path("counts");
    assertThat(counts.path(0).path("reason").asString()).isNotEqualTo("CODE_UNKNOWN");
    String before = run("quarantine", "list", "--json").out();
    assertThat(run("quarantine", "replay", "--source", "police").out())
        .isEqualTo("2 rows tried, 0 understood, 2 refused again\n");
    assertThat(run("quarantine", "list", "--json").out()).isEqualTo(before);
  }

  @Test
  @DisplayName("list held deliveries and rule on them, once")
  void deliveries() {
    Deliveries deliveries = hub.bean(Deliveries.class);
    SourceVersion version = new SourceVersion(Instant.parse("2026-03-01T00:00:00Z"), 1);
    Delivery delivery = new Delivery("XJ_1_C.csv", Delivery.Kind.COMPLETE, 0, version, 0);
    deliveries.admit(new SourceId("education"), new Delivery.Part(delivery, true, false));
    String id =
        run("deliveries", "list", "--json").json().path("deliveries").path(0).path("id").toString();
    assertThat(run("deliveries", "list").out())
        .isEqualTo(id + "  education  XJ_1_C.csv  OPEN  0 rows, 0 present before\n");
    Ended notHeld = run("deliveries", "refuse", id, "--reason", "half of it is missing");
    assertThat(notHeld.code()).isEqualTo(1);
    assertThat(notHeld.err())
        .startsWith("delivery %s is OPEN -> only one that is HELD".formatted(id));
    assertThat(run("deliveries", "release", "4711", "--reason", "x").err())
        .startsWith("there is no delivery 4711");
    assertThat(run("deliveries", "release", id).code()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          quarantine list --reason NONESUCH      | reason has 8 characters that are no reason
          quarantine list --limit 501            | limit is not a number within its bounds
          quarantine list --source A_B           | source has 3 characters
          quarantine replay --source labour      | no source that is enabled is named labour
          quarantine list --position 330282199003070016 | position has 18 characters
          deliveries list --limit 0              | limit is not a number
          deliveries refuse 1 --reason 330282199003070016 | reason holds an ID number
          """)
  @DisplayName("say what is wrong and what to do")
  void refusals(String command, String problem) {
    Ended ended = run(command.split(" "));
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).startsWith(problem).contains(" -> ").doesNotContain("330282");
  }

  private static void hold(String position, String payload, QuarantineReason reason) {
    apply(
        new Quarantined(
            POLICE,
            new Position(position),
            reason,
            "xb",
            "no such code; extend the list",
            RawBytes.utf8(payload)));
  }

  private static PageOutcome apply(Canonicalized... rows) {
    Resolver resolver = hub.bean(Resolver.class);
    long pull = hub.bean(Pulls.class).begin(POLICE);
    IntakePage page = new IntakePage(POLICE, List.of(rows), new Watermark("w"));
    return resolver.apply(pull, resolver.prepare(page), Receipts.UNWANTED);
  }

  private static Ended run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data.toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Guiyi.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int code = line.execute(all.toArray(String[]::new));
    return new Ended(code, out.toString(), err.toString());
  }
}
