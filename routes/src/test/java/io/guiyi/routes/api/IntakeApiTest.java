package io.guiyi.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.records.Conservation;
import io.guiyi.records.Watermark;
import io.guiyi.registry.intake.Deliveries;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.intake.SourceFreshness;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.registry.resolve.Resolver;
import io.guiyi.routes.pull.AfterPull;
import io.guiyi.routes.pull.DeliveringSource;
import io.guiyi.routes.pull.PageToApply;
import io.guiyi.routes.pull.PullObserver;
import io.guiyi.routes.pull.PullStages;
import io.guiyi.routes.pull.PullUnderway;
import io.guiyi.routes.pull.Sources;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Quarantine and deliveries over a running hub's API, as the commands call it. */
@DisplayName("An operator's commands about intake")
class IntakeApiTest {
  /** As the police send it; an older release did not know its code of sex. */
  private static final String POLICE_ROW =
      """
      {"djbh":"330282-D-0000004711","xm":"欧阳测试","zjlx":"111","zjhm":"11010119900307803X",\
      "gmsfhm":"11010119900307803X","xb":"1","mz":"01","csrq":"19900307","jzddz":"观海卫镇五里村88号",\
      "rzsj":"2023-03-01 09:30:00","djsj":"2023-03-02 10:00:00","ztbs":"1",\
      "gxsj":"2026-01-02 03:04:05"}\
      """;

  @TempDir private static Path data;
  private static OperatedHub hub;

  @BeforeAll
  static void start() {
    hub = OperatedHub.start(data);
    hold("row 1", "{\"nothing\":1}");
    hold("row 2", "{\"nothing\":2}");
  }

  private static void hold(String position, String row) {
    hub.holdAside(new Watermark("w"), position, "xb", "no such code; extend the list", row);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  @DisplayName("list, count and replay what is held; rows refused again stay for today's reason")
  void quarantine() {
    OperatedHub.Ended listed =
        hub.run("quarantine", "list", "--source", "police", "--limit", "1", "--json");
    assertThat(listed.code()).isZero();
    assertThat(listed.json().path("rows").path(0).path("position").asString()).isEqualTo("row 1");
    assertThat(listed.json().path("next").asLong()).isPositive();
    assertThat(listed.out()).doesNotContain("nothing");
    assertThat(hub.run("quarantine", "list").out()).contains("row 1", "row 2", "no such code");
    assertThat(hub.run("quarantine", "counts").out()).contains("police  ").hasLineCount(2);

    JsonNode first = hub.run("quarantine", "replay", "--json").json();
    assertThat(first.path("read").asLong()).isEqualTo(2);
    assertThat(first.path("quarantined").asLong()).isEqualTo(2);
    JsonNode counts = hub.run("quarantine", "counts", "--json").json().path("counts");
    assertThat(counts.path(0).path("reason").asString()).isNotEqualTo("CODE_UNKNOWN");
    String before = hub.run("quarantine", "list", "--json").out();
    assertThat(hub.run("quarantine", "replay", "--source", "police").out())
        .isEqualTo("2 rows tried, 0 understood, 2 refused again\n");
    assertThat(hub.run("quarantine", "list", "--json").out()).isEqualTo(before);
  }

  @Test
  @DisplayName("replay by the connector's own reader takes in what it understands now, once")
  void replayTakesIn() {
    hold("row 4", POLICE_ROW);
    JsonNode first = hub.run("quarantine", "replay", "--position", "row 4", "--json").json();
    assertThat(first.path("read").asLong()).isEqualTo(1);
    assertThat(first.path("new").asLong()).as("%s", first).isEqualTo(1);
    assertThat(first.path("resolved").asLong()).isEqualTo(1);
    JsonNode again = hub.run("quarantine", "replay", "--position", "row 4", "--json").json();
    assertThat(again.path("read").asLong()).isZero();
    assertThat(hub.run("quarantine", "list", "--position", "row 4").out()).isEmpty();
  }

  @Test
  @DisplayName("refuse and release deliveries that shrink too far; pulls end HELD until then")
  void deliveries() throws SourceUnavailable {
    DeliveringSource school = new DeliveringSource();
    school.deliver("A", "B", "C", "D");
    assertThat(pull(school)).isEqualTo("COMPLETE at 1");
    school.deliver("A");
    school.deliver("A", "B");
    assertThat(pull(school)).isEqualTo("HELD at 1");
    assertThat(pull(school)).isEqualTo("HELD at 1");
    assertThat(hub.run("deliveries", "list").out())
        .startsWith("2  school  XJ_2_C.csv  HELD  1 rows, 4 present before\n1  school");

    OperatedHub.Ended refused =
        hub.run("deliveries", "refuse", "2", "--reason", "file was cut short");
    assertThat(refused.out()).startsWith("2  school  XJ_2_C.csv  REFUSED");
    assertThat(hub.run("deliveries", "refuse", "2", "--reason", "again").err())
        .startsWith("delivery 2 is REFUSED -> only one that is HELD");
    assertThat(pull(school)).isEqualTo("HELD at 2");
    assertThat(counts(school).withdrawn()).isZero();

    JsonNode released =
        hub.run("deliveries", "release", "3", "--reason", "two classes left", "--json").json();
    assertThat(released.path("word").path("reason").asString()).isEqualTo("two classes left");
    assertThat(pull(school)).isEqualTo("COMPLETE at 3");
    assertThat(counts(school)).isEqualTo(new Conservation(4, 0, 2, 2, 0, 0));
    assertThat(hub.run("deliveries", "release", "4711", "--reason", "x").err())
        .startsWith("there is no delivery 4711");
    assertThat(hub.run("deliveries", "release", "3").code()).isEqualTo(2);
  }

  /** One pull, as the routes do it; how it ended, and where the watermark stands. */
  private static String pull(DeliveringSource source) throws SourceUnavailable {
    PullStages stages =
        new PullStages(
            new Sources(Map.of(source.id(), source)),
            hub.bean(Pulls.class),
            hub.bean(Deliveries.class),
            hub.bean(Resolver.class),
            hub.bean(Leadership.class),
            hub.bean(AfterPull.class),
            hub.bean(PullObserver.class));
    PullUnderway pull = stages.open(source.id(), false);
    while (pull.isOpen()) {
      PageToApply page = stages.read(pull);
      if (page != null) {
        stages.apply(page);
      }
    }
    stages.finish(pull);
    SourceFreshness freshness = hub.bean(Pulls.class).freshness(source.id());
    return freshness.lastOutcome() + " at " + freshness.watermark();
  }

  private static Conservation counts(DeliveringSource source) {
    return hub.bean(Pulls.class).ofSource(source.id());
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
    OperatedHub.Ended ended = hub.run(command.split(" "));
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).startsWith(problem).contains(" -> ").doesNotContain("330282");
  }
}
