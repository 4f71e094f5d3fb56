package io.guiyi.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.police.PoliceSettings;
import io.guiyi.records.IntakePage;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import io.guiyi.registry.RegisterSettings;
import io.guiyi.registry.certificate.Certificates;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.resolve.Receipts;
import io.guiyi.registry.resolve.Resolver;
import io.guiyi.registry.store.Transactions;
import io.guiyi.registry.watch.AlarmKind;
import io.guiyi.registry.watch.Alarms;
import io.guiyi.registry.watch.Finding;
import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.command.Doorplate;
import io.guiyi.routes.command.Guiyi;
import io.guiyi.routes.publish.BrokerSettings;
import io.guiyi.routes.pull.SourceEntry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
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

/** Alarms, certificates and pages of a running hub, as commands and browsers ask for them. */
@DisplayName("An operator's look at the sources")
class WatchApiTest {
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
    pull("17", "{\"nothing\":1}");
    pull("18", "{\"nothing\":2}");
  }

  private static void pull(String after, String row) {
    Resolver resolver = hub.bean(Resolver.class);
    Pulls pulls = hub.bean(Pulls.class);
    Quarantined held =
        new Quarantined(
            POLICE,
            new Position("row 1"),
            QuarantineReason.CODE_UNKNOWN,
            "zjlx",
            "is in no list we know",
            RawBytes.utf8(row));
    long pull = pulls.begin(POLICE);
    resolver.apply(
        pull,
        resolver.prepare(new IntakePage(POLICE, List.of(held), new Watermark(after))),
        Receipts.UNWANTED);
    pulls.finish(pull, Pulls.COMPLETE);
    hub.bean(Certificates.class).certify(POLICE);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      plate.close();
      hub.close();
    }
  }

  @Test
  @DisplayName("lists alarms and takes a word about one, once")
  void alarms() {
    Alarms alarms = hub.bean(Alarms.class);
    alarms.raise(POLICE, AlarmKind.COLUMN_ADDED, Finding.about("xzyl", "0 → 120 / 120"));
    JsonNode alarm = run("alarms", "list", "--json").json().path("alarms").path(0);
    assertThat(alarm.path("kind").asString()).isEqualTo("COLUMN_ADDED");
    String id = alarm.path("id").toString();
    assertThat(run("alarms", "list").out())
        .startsWith(id + "  police  COLUMN_ADDED (新增字段)  xzyl: 0 → 120 / 120  since ");
    assertThat(run("alarms", "accept", id).code()).isEqualTo(2);
    assertThat(run("alarms", "accept", id, "--reason", "announced in letter 17").out())
        .contains("accepted: announced in letter 17");
    assertThat(run("alarms", "list").out()).isEmpty();
    assertThat(run("alarms", "accept", id, "--reason", "again").err())
        .startsWith("alarm %s is over, or was accepted before".formatted(id));
  }

  @Test
  @DisplayName("lists, shows and verifies certificates, and ends with 3 where one is not sound")
  void certificates() {
    assertThat(run("certificates", "list", "police").out())
        .hasLineCount(2)
        .contains(" read 1 = new 0 + changed 0 + unchanged 0 + withdrawn 0 + stale 0 + quarant");
    JsonNode latest = run("certificates", "show", "police", "--json").json();
    assertThat(latest.path("certificate").path("number").asLong()).isEqualTo(2);
    assertThat(latest.path("content").asString()).contains("\"after\":\"18\"");
    assertThat(run("certificates", "show", "police", "1").out()).contains("\"after\":\"17\"");
    Ended sound = run("certificates", "verify", "police");
    assertThat(sound.code()).isZero();
    assertThat(sound.out())
        .isEqualTo(
            "2 certificates, all sound; the last one's SM3 is %s%n"
                .formatted(latest.path("sm3").asString()));
    change("update pull set outcome = 'TIMEOUT' where id = 2");
    Ended broken = run("certificates", "verify", "police");
    change("update pull set outcome = 'COMPLETE' where id = 2");
    assertThat(broken.code()).isEqualTo(3);
    assertThat(broken.out()).startsWith("certificate 2 is not sound (PULL)");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          certificates list labour            | no source of that name is configured
          certificates show police 99         | police has no certificate 99
          certificates list police --limit 0  | limit is not a number within its bounds
          certificates list ../status         | a source's name has 1 to 40 small letters
          alarms accept 4711 --reason x       | there is no alarm 4711
          alarms accept 1 --reason 330282199003070016 | reason holds an ID number
          """)
  void refuses(String command, String words) {
    Ended ended = run(command.split(" +"));
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).startsWith(words);
  }

  private static void change(String statement) {
    hub.bean(Transactions.class)
        .runInTransaction(session -> session.createNativeMutationQuery(statement).executeUpdate());
  }

  private static Ended run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--data");
    all.add(data.toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Guiyi.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = line.execute(all.toArray(String[]::new));
    return new Ended(code, out.toString(), err.toString());
  }

  private static String page(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(hub.url() + path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
