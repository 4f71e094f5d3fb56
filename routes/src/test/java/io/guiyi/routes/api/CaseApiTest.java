package io.guiyi.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.place.Address;
import io.guiyi.registry.audit.AuditEntry;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.status.StateDigest;
import io.guiyi.routes.api.OperatedHub.Ended;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases of a running hub, worked by command and over the API. */
@DisplayName("A steward")
class CaseApiTest {
  private static final String NUMBER = "330282199003070016";
  private static final String OTHER_NUMBER = "11010119900307803X";
  private static final String[] SIGNED = {"--by", "wang.fang", "--reason", "phoned the school"};

  @TempDir private static Path data;
  private static OperatedHub hub;

  private String caseId = "";
  private long record;
  private String person = "";
  private String seen = "";

  @BeforeAll
  static void start() {
    hub = OperatedHub.start(data);
    hub.bring(
        OperatedHub.row("D1", 1, zhang("张伟", NUMBER)),
        OperatedHub.row("D2", 1, zhang("张伟", NUMBER)),
        OperatedHub.row("D3", 1, named("欧阳测试", "110101197001010014", "13900007777")));
    hub.bring(OperatedHub.row("D4", 1, zhang("张伟", OTHER_NUMBER)));
  }

  private static IdentityClaim zhang(String name, String number) {
    return named(name, number, "13900005678");
  }

  private static IdentityClaim named(String name, String number, String phone) {
    return IdentityClaim.named(new PersonName(name))
        .withDocuments(List.of(new IdDocument(DocumentType.RESIDENT_ID, number)))
        .withBirth(Sex.MALE, PartialDate.of(LocalDate.of(1990, 3, 7)))
        .withContacts(List.of(new Phone(phone)), Address.of("观海卫镇五里村88号"), null);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @BeforeEach
  void look() {
    JsonNode listed = hub.run("cases", "list", "--json").json();
    assertThat(listed.path("cases").size()).as("%s", listed).isEqualTo(1);
    caseId = listed.path("cases").path(0).path("id").asString();
    record = listed.path("cases").path(0).path("record").asLong();
    JsonNode shown = show();
    person = shown.path("candidates").path(0).path("record").path("person").asString();
    seen = shown.path("seen").asString();
  }

  private JsonNode show() {
    return hub.run("cases", "show", caseId, "--json").json();
  }

  private static String state() {
    return hub.bean(StateDigest.class).read().hex();
  }

  private static Ended decide(String... what) {
    return decide(what, SIGNED);
  }

  private static Ended decide(String[] what, String[] more) {
    return hub.run(joined(new String[] {"cases", "decide"}, what, more));
  }

  private static String[] joined(String[]... parts) {
    return Arrays.stream(parts).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private static Ended undo(JsonNode decision) {
    return hub.run(
        joined(
            new String[] {"cases", "undo", decision.path("decision").toString()},
            SIGNED,
            new String[] {"--json"}));
  }

  @Test
  @DisplayName("lists what waits, and sees why and with what evidence, masked; each look is noted")
  void looks() {
    Ended list = hub.run("cases", "list");
    assertThat(list.out()).startsWith(caseId + "  ").contains("police  record " + record);
    assertThat(list.out()).hasLineCount(1);
    JsonNode open = hub.run("cases", "list", "--json").json().path("open");
    assertThat(open.values()).singleElement().returns(1, JsonNode::asInt);
    String trigger = open.propertyNames().iterator().next();
    assertThat(hub.run("cases", "list", "--trigger", trigger).out()).isEqualTo(list.out());
    assertThat(hub.run("cases", "list", "--after", caseId).out()).isEmpty();
    assertThat(hub.run("cases", "list", "--limit", "1").err())
        .isEqualTo("more: --after " + caseId + "\n");

    AuditLog audit = hub.bean(AuditLog.class);
    long head = audit.head().number();
    Ended shown = hub.run("cases", "show", caseId);
    assertThat(shown.out())
        .startsWith(caseId + "  " + trigger)
        .contains(
            "11**************3X",
            "33**************16",
            person,
            "candidate 候选 1",
            "weight 权重",
            "seen  " + seen)
        .doesNotContain("张伟", NUMBER, OTHER_NUMBER, "13900005678", "五里村");
    AuditEntry entry = audit.after(head, 10).getFirst();
    assertThat(entry.action()).isEqualTo("case.read");
    assertThat(entry.object()).isEqualTo(caseId);
    assertThat(entry.detail()).startsWith("records=" + record + ",").endsWith(" case=none");
  }

  @Test
  @DisplayName("previews a verdict, gives it, and takes it back: everything stands as before")
  void decidesAndUndoes() {
    String before = state();
    String[] same = {caseId, "--same", person};
    Ended preview = decide(same, new String[] {"--preview", "--json"});
    JsonNode effect = preview.json();
    assertThat(effect.path("seen").asString()).isEqualTo(seen);
    assertThat(effect.path("moves").values())
        .anySatisfy(move -> {
          assertThat(move.path("record").asLong()).isEqualTo(record);
          assertThat(move.path("after").asString()).isEqualTo(person);
          assertThat(move.has("before")).isFalse();
        });
    assertThat(decide(same, new String[] {"--preview"}).out())
        .contains("waits 待定 -> " + person, "seen  " + seen);
    assertThat(state()).isEqualTo(before);

    JsonNode decision =
        decide(same, joined(SIGNED, new String[] {"--seen", seen, "--json"})).json();
    assertThat(decision.path("verdict").asString()).isEqualTo("SAME");
    assertThat(decision.path("case").asString()).isEqualTo(caseId);
    assertThat(decision.path("by").asString()).isEqualTo("wang.fang");
    assertThat(hub.run("cases", "list").out()).isEmpty();
    assertThat(hub.run("cases", "show", person).out())
        .contains("11**************3X", "33**************16");
    assertThat(hub.run("cases", "show", caseId).out()).contains("ANSWERED", "phoned the school");

    JsonNode undone =
        hub.run("cases", "undo", decision.path("decision").toString(), "--preview", "--json")
            .json();
    assertThat(undone.path("moves").size()).isPositive();
    JsonNode undo = undo(decision).json();
    assertThat(undo.path("undoes").asLong()).isEqualTo(decision.path("decision").asLong());
    assertThat(hub.run("cases", "decisions").out()).contains("UNDO", "SAME", "undone by");
    assertThat(undo(decision).err()).contains(" -> nothing was done");
    assertThat(show().has("closedAt")).isFalse();
  }

  @Test
  @DisplayName("says that the record is somebody else's, and may not say the opposite until undone")
  void different() {
    JsonNode decision =
        decide(
                new String[] {caseId, "--different"},
                joined(SIGNED, new String[] {"--seen", seen, "--json"}))
            .json();
    assertThat(decision.path("verdict").asString()).isEqualTo("DIFFERENT");
    assertThat(decision.path("records").values()).extracting(JsonNode::asLong).contains(record);
    String other =
        decision.path("persons").values().stream()
            .map(JsonNode::asString)
            .filter(id -> !id.equals(person))
            .findFirst()
            .orElseThrow();
    Ended both = hub.run("cases", "show", person, other, "--json");
    Ended merge =
        decide(
            new String[] {"--merge", person, "--with", other},
            joined(SIGNED, new String[] {"--seen", both.json().path("seen").asString()}));
    assertThat(merge.code()).isEqualTo(1);
    assertThat(merge.err()).contains("undo the earlier decision first");
    assertThat(undo(decision).code()).isZero();
  }

  @Test
  @DisplayName("splits a person and merges two; ids stay with the older side and lead on for ever")
  void splitsAndMerges() {
    JsonNode whole = hub.run("cases", "show", person, "--json").json();
    JsonNode records = whole.path("persons").path(0).path("records");
    assertThat(records.size()).isEqualTo(2);
    String second = records.path(1).path("record").toString();
    JsonNode split =
        decide(
                new String[] {"--split", person, "--records", second},
                joined(SIGNED, new String[] {"--seen", whole.path("seen").asString(), "--json"}))
            .json();
    String fresh =
        hub
            .run("cases", "decisions", "--limit", "1", "--json")
            .json()
            .path("decisions")
            .path(0)
            .path("persons")
            .values()
            .stream()
            .map(JsonNode::asString)
            .filter(id -> !id.equals(person))
            .findFirst()
            .orElseThrow();
    assertThat(hub.run("cases", "show", fresh).out()).contains("record 记录  " + second);
    assertThat(undo(split).code()).isZero();
    assertThat(
            hub.run("cases", "show", person, "--json")
                .json()
                .path("persons")
                .path(0)
                .path("records")
                .size())
        .isEqualTo(2);
  }

  @Test
  @DisplayName("is told when what was seen has changed: 409, and nothing is done")
  void stale() throws Exception {
    String before = state();
    HttpResponse<String> answer =
        hub.ask(
            "POST",
            "/api/v1/cases/%s/decide".formatted(caseId),
            """
            {"verdict":"SAME","person":"%s","by":"wang.fang","reason":"x","seen":"of last week"}
            """
                .formatted(person));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.path("type").asString()).isEqualTo("urn:guiyi:problem:seen-changed");
    assertThat(problem.path("remedy").asString()).contains("look again");
    assertThat(state()).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cases list --limit 201                | limit is not a number within its bounds
          cases list --trigger NONESUCH         | trigger has 8 characters that are no trigger
          cases list --after C-999999           | there is no case C-999999
          cases show C-999999                   | there is no case C-999999
          cases show C-330282199003070016       | id has 20 characters
          cases show 330282199003070016         | id has 18 characters that are no person id
          cases decide CASE --same P-0          | person has 3 characters that are no person id
          cases decide CASE --different         | by has 0 characters
          cases decide CASE --different --by x  | reason has 0 characters
          cases decide CASE --different --by x --reason y | seen is missing
          cases decide CASE --different --by x --reason 330282199003070016 | reason holds an ID
          cases decide C-999999 --different --preview | there is no
          cases decide --split PERSON --records 1,2 --preview |
          cases decide --merge PERSON --with PERSON --preview |
          cases undo 4711 --by x --reason y     | there is no
          """)
  @DisplayName("is told what is wrong and what to do")
  void refusals(String command, String words) {
    Ended ended = hub.run(command.replace("CASE", caseId).replace("PERSON", person).split(" +"));
    assertThat(ended.code()).as(ended.out()).isEqualTo(1);
    assertThat(ended.err())
        .startsWith(words == null ? "" : words)
        .contains(" -> ")
        .doesNotContain(NUMBER);
  }

  @ParameterizedTest
  @CsvSource({
    "cases decide --same P-1",
    "cases decide C-000001",
    "cases decide C-000001 --same P-1 --different P-2",
    "cases decide C-000001 --split P-1 --records 1",
    "cases decide --split P-1",
    "cases decide --merge P-1",
    "cases decide C-000001 --same P-1 --with P-2",
  })
  @DisplayName("is told how the command is used")
  void usage(String command) {
    assertThat(hub.run(command.split(" ")).code()).isEqualTo(2);
  }
}
