package io.guiyi.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.identity.Sex;
import io.guiyi.registry.audit.AuditEntry;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.status.StateDigest;
import io.guiyi.routes.api.OperatedHub.Ended;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a running hub would decide about one record, by command and over the API. */
@DisplayName("A dry run")
class MatchApiTest {
  private static final String NUMBER = "330282199003070016";
  private static final String SAME =
      """
      {"name": "张伟", "idNumber": "%s", "sex": "男", "birthDate": "1990-03-07"}\
      """
          .formatted(NUMBER);

  @TempDir private static Path data;
  private static OperatedHub hub;

  @BeforeAll
  static void start() {
    hub = OperatedHub.start(data);
    hub.bring(
        OperatedHub.row(
            "D1",
            1,
            IdentityClaim.named(new PersonName("张伟"))
                .withDocuments(List.of(new IdDocument(DocumentType.RESIDENT_ID, NUMBER)))
                .withBirth(Sex.MALE, PartialDate.of(LocalDate.of(1990, 3, 7)))));
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  private static Path file(String record) throws IOException {
    return Files.writeString(Files.createTempFile(data, "record", ".json"), record);
  }

  private static String[] resolve(String record, String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of("resolve", "--dry-run", "--source"));
    all.addAll(List.of("police", file(record).toString()));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  @DisplayName("says to whom a record belongs and why, masked, and stores nothing but who asked")
  void knownPerson() throws Exception {
    String before = hub.bean(StateDigest.class).read().hex();
    AuditLog audit = hub.bean(AuditLog.class);
    long head = audit.head().number();
    Ended ended =
        hub.run(resolve(SAME, "--by", "wang.fang", "--purpose", "checks a form", "--json"));
    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode answer = ended.json();
    assertThat(answer.path("outcome").asString()).isEqualTo("LINK_TO");
    assertThat(answer.path("person").asString()).startsWith("P-");
    assertThat(answer.path("population").asLong()).isPositive();
    JsonNode best = answer.path("candidates").path(0);
    assertThat(best.path("record").path("person").asString())
        .isEqualTo(answer.path("person").asString());
    assertThat(best.path("weight").asDouble()).isPositive();
    assertThat(best.path("comparisons").values())
        .extracting(each -> each.path("comparison").asString())
        .contains("number", "name");
    assertThat(ended.out()).contains("张*").doesNotContain(NUMBER, "张伟", "03-07");
    List<AuditEntry> entries = audit.after(head, 10);
    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().actor()).isEqualTo("wang.fang");
    assertThat(entries.getFirst().action()).isEqualTo("match.dry-run");
    assertThat(entries.getFirst().object()).isEqualTo("police");
    assertThat(entries.getFirst().detail())
        .isEqualTo("outcome=LINK_TO records=1 purpose=checks a form case=none");
    assertThat(hub.bean(StateDigest.class).read().hex()).isEqualTo(before);
  }

  @Test
  @DisplayName("tells in words, from standard input too")
  void words() {
    InputStream stdin = System.in;
    System.setIn(
        new ByteArrayInputStream(
            "{\"name\": \"欧阳测试\", \"birthDate\": \"1971\"}".getBytes(StandardCharsets.UTF_8)));
    try {
      Ended ended = hub.run("resolve", "--dry-run", "--source", "police", "-");
      assertThat(ended.out())
          .startsWith("NEW_PERSON  is a new person")
          .contains("欧***", "nothing was stored")
          .doesNotContain("欧阳");
    } finally {
      System.setIn(stdin);
    }
  }

  @Test
  @DisplayName("answers the same over the API as by command")
  void api() throws Exception {
    HttpResponse<String> answer =
        hub.ask("POST", "/api/v1/match", "{\"source\":\"police\",\"record\":" + SAME + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(JsonMapper.shared().readTree(answer.body()))
        .isEqualTo(hub.run(resolve(SAME, "--json")).json());
  }

  @Test
  @DisplayName("takes everything that a claim may hold")
  void wholeClaim() throws Exception {
    String whole =
        """
        {"name": "张伟", "formerName": "张玮", "idNumber": "%s",
         "documents": [{"type": "PASSPORT", "number": "E12345678"}],
         "sex": "1", "birthDate": "1990-03", "ethnicGroup": "01", "hukouRegion": "330282",
         "hukouAddress": "某县某镇1号", "phones": ["13900005678"], "residence": "观海卫镇五里村88号",
         "employer": "某某阀门有限公司",
         "relatives": [{"relation": "SPOUSE", "name": "李芳", "idNumber": "11010119900307803X",
                        "phone": "13900005679"}]}
        """
            .formatted(NUMBER);
    JsonNode answer = hub.run(resolve(whole, "--json")).json();
    JsonNode record = answer.path("record");
    assertThat(record.propertyNames()).contains("formerName", "phones", "employer", "relatives");
    assertThat(record.path("documents").asString())
        .isEqualTo("RESIDENT_ID 33**************16, PASSPORT E1*****78");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                              | name is missing
          {"name": "张3"}                                 | name '张*': a name holds no digits
          {"name": "张伟", "birthDate": "1990-13-01"}     | birthDate '**********'
          {"name": "张伟", "phones": ["12"]}              | phones '**': a phone is 11 digits
          {"name": "张伟", "phone": "13900005678"}        | record has a key that is not agreed
          {"name": "张伟", "documents": [{"type": "ID", "number": "1"}]} | documents.type has 2 char
          {"name": "张伟", "relatives": {}}               | relatives is no list of at most 4
          """)
  @DisplayName("says what is wrong with a record, masked, and what to do")
  void refuses(String record, String words) throws Exception {
    Ended ended = hub.run(resolve(record));
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).startsWith(words).contains(" -> ").doesNotContain("张3", "1990-13");
  }

  @Test
  @DisplayName("is refused without its flag, for a source that is not configured, and for no JSON")
  void usage() throws Exception {
    Path file = file(SAME);
    assertThat(hub.run("resolve", "--source", "police", file.toString()).code()).isEqualTo(2);
    assertThat(hub.run("resolve", "--dry-run", "--source", "labour", file.toString()).err())
        .startsWith("no source of the name labour is configured -> ");
    Ended none = hub.run(resolve("[]"));
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("holds no JSON object");
    assertThat(hub.run(resolve(SAME, "--purpose", NUMBER)).err())
        .startsWith("purpose holds an ID number");
  }
}
