package io.guiyi.routes.api;

import static io.guiyi.routes.api.OperatedHub.POLICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Watermark;
import io.guiyi.registry.certificate.Certificates;
import io.guiyi.registry.store.Transactions;
import io.guiyi.registry.watch.AlarmKind;
import io.guiyi.registry.watch.Alarms;
import io.guiyi.registry.watch.Finding;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Alarms, certificates and pages of a running hub, as commands and browsers ask for them. */
@DisplayName("An operator's look at the sources")
class WatchApiTest {
  private static final Pattern ARTICLE =
      Pattern.compile("<article id=\"([^\"]+)\">(.*?)</article>", Pattern.DOTALL);

  /** The words of its heading, of what it means, of "do this", and of what to do. */
  private static final Pattern TEXT = Pattern.compile("<(?:span|p|b)>([^<]*)</");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  @TempDir private static Path data;
  private static OperatedHub hub;

  @BeforeAll
  static void start() {
    hub = OperatedHub.start(data);
    pull("17", "{\"nothing\":1}");
    pull("18", "{\"nothing\":2}");
  }

  private static void pull(String after, String row) {
    hub.holdAside(new Watermark(after), "row 1", "zjlx", "is in no list we know", row);
    hub.bean(Certificates.class).certify(POLICE);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  @DisplayName("lists alarms and takes a word about one, once")
  void alarms() {
    Alarms alarms = hub.bean(Alarms.class);
    alarms.raise(POLICE, AlarmKind.COLUMN_ADDED, Finding.about("xzyl", "0 → 120 / 120"));
    JsonNode alarm = hub.run("alarms", "list", "--json").json().path("alarms").path(0);
    assertThat(alarm.path("kind").asString()).isEqualTo("COLUMN_ADDED");
    String id = alarm.path("id").toString();
    assertThat(hub.run("alarms", "list").out())
        .startsWith(id + "  police  COLUMN_ADDED (新增字段)  xzyl: 0 → 120 / 120  since ");
    assertThat(hub.run("alarms", "accept", id).code()).isEqualTo(2);
    assertThat(hub.run("alarms", "accept", id, "--reason", "announced in letter 17").out())
        .contains("accepted: announced in letter 17");
    assertThat(hub.run("alarms", "list").out()).isEmpty();
    assertThat(hub.run("alarms", "accept", id, "--reason", "again").err())
        .startsWith("alarm %s is over, or was accepted before".formatted(id));
  }

  @Test
  @DisplayName("lists, shows and verifies certificates, and ends with 3 where one is not sound")
  void certificates() {
    assertThat(hub.run("certificates", "list", "police").out())
        .hasLineCount(2)
        .contains(" read 1 = new 0 + changed 0 + unchanged 0 + withdrawn 0 + stale 0 + quarant");
    JsonNode latest = hub.run("certificates", "show", "police", "--json").json();
    assertThat(latest.path("certificate").path("number").asLong()).isEqualTo(2);
    assertThat(latest.path("content").asString()).contains("\"after\":\"18\"");
    assertThat(hub.run("certificates", "show", "police", "1").out()).contains("\"after\":\"17\"");
    OperatedHub.Ended sound = hub.run("certificates", "verify", "police");
    assertThat(sound.code()).isZero();
    assertThat(sound.out())
        .isEqualTo(
            "2 certificates, all sound; the last one's SM3 is %s%n"
                .formatted(latest.path("sm3").asString()));
    change("update pull set outcome = 'TIMEOUT' where id = 2");
    OperatedHub.Ended broken = hub.run("certificates", "verify", "police");
    change("update pull set outcome = 'COMPLETE' where id = 2");
    assertThat(broken.code()).isEqualTo(3);
    assertThat(broken.out()).startsWith("certificate 2 is not sound (PULL)");
  }

  @ParameterizedTest(name = "in {0}")
  @CsvSource({"zh, true", "en, false"})
  @DisplayName("reads in the manual what every alarm, reason and failure means, and what to do")
  void manual(String language, boolean chinese) throws Exception {
    String page = hub.page("/console/help?lang=" + language);
    Map<String, String> articles =
        ARTICLE
            .matcher(page)
            .results()
            .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    List<String> names =
        Stream.of(
                named("alarm-", AlarmKind.values()),
                named("reason-", QuarantineReason.values()),
                named("failure-", SourceUnavailable.Kind.values()))
            .flatMap(Function.identity())
            .toList();
    assertThat(articles).containsOnlyKeys(names);
    for (String name : names) {
      List<String> texts =
          TEXT.matcher(articles.get(name)).results().map(found -> found.group(1).strip()).toList();
      assertThat(texts).as(name).hasSize(4);
      assertThat(List.of(texts.get(0), texts.get(1), texts.get(3)))
          .as("name, meaning and remedy of %s", name)
          .doesNotHaveDuplicates()
          .allMatch(text -> !text.isEmpty() && !text.contains("??"))
          .allMatch(text -> HAN.matcher(text).find() == chinese);
    }
  }

  private static Stream<String> named(String topic, Enum<?>[] kinds) {
    return Arrays.stream(kinds).map(kind -> topic + kind);
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
    OperatedHub.Ended ended = hub.run(command.split(" +"));
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).startsWith(words);
  }

  private static void change(String statement) {
    hub.bean(Transactions.class)
        .runInTransaction(session -> session.createNativeMutationQuery(statement).executeUpdate());
  }
}
