package io.guiyi.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.place.Address;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.status.StateDigest;
import io.guiyi.registry.store.Transactions;
import io.guiyi.routes.api.OperatedHub.Ended;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Stored decisions of a running hub, weighed again. */
@DisplayName("A stored decision")
class DecisionApiTest {
  private static final String NUMBER = "330282199003070016";
  private static final List<String> NAMES = List.of("张伟", "张玮", "章伟", "李芳", "欧阳测试", "王小明");

  @TempDir private static Path data;
  private static OperatedHub hub;

  /** One phone, one address, more and more who share them; a number that several bear. */
  @BeforeAll
  static void start() {
    hub = OperatedHub.start(data);
    int row = 0;
    for (int round = 0; round < 3; round++) {
      List<CanonicalRecord> page = new ArrayList<>();
      for (int i = 0; i < NAMES.size(); i++) {
        page.add(OperatedHub.row("D" + ++row, 1, claim(NAMES.get(i), i, round)));
      }
      hub.bring(page.toArray(CanonicalRecord[]::new));
    }
    hub.bring(OperatedHub.row("D1", 2, claim("张伟", 0, 2)));
  }

  private static IdentityClaim claim(String name, int who, int round) {
    List<IdDocument> numbers =
        (who + round) % 3 == 0
            ? List.of(new IdDocument(DocumentType.RESIDENT_ID, NUMBER))
            : List.of();
    return IdentityClaim.named(new PersonName(name))
        .withDocuments(numbers)
        .withBirth(
            who % 2 == 0 ? Sex.MALE : Sex.FEMALE,
            PartialDate.of(LocalDate.of(1990, 3 + round, 7 + who)))
        .withContacts(List.of(new Phone("13900005678")), Address.of("观海卫镇五里村88号"), "慈溪市恒达轴承有限公司");
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  private static long count(String query) {
    return hub.bean(Transactions.class)
        .inTransaction(
            session -> session.createNativeQuery(query, Long.class).getSingleResult().longValue());
  }

  private static void change(String statement) {
    hub.bean(Transactions.class)
        .runInTransaction(session -> session.createNativeMutationQuery(statement).executeUpdate());
  }

  @Test
  @DisplayName("comes out bit for bit when it is weighed again after others have come")
  void same() {
    List<Long> numbers =
        hub.bean(Transactions.class)
            .inTransaction(session ->
                session
                    .createNativeQuery("select id from decision order by id", Long.class)
                    .getResultList());
    assertThat(numbers).hasSizeGreaterThanOrEqualTo(18);
    long pairs = 0;
    for (long number : numbers) {
      Ended ended = hub.run("explain", "--decision", Long.toString(number), "--json");
      assertThat(ended.code()).as("decision %d: %s", number, ended.err()).isZero();
      JsonNode answer = ended.json();
      assertThat(answer.path("same").asBoolean()).isTrue();
      pairs += answer.path("candidates").size();
    }
    assertThat(pairs).isGreaterThan(10);
  }

  @Test
  @DisplayName("is told in words with the account of each pair, and the look is noted")
  void words() {
    long number =
        count(
            "select max(id) from decision where jsonb_array_length(candidates::jsonb->'candidates')"
                + " > 0");
    AuditLog audit = hub.bean(AuditLog.class);
    long head = audit.head().number();
    Ended ended = hub.run("explain", "--decision", Long.toString(number));
    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .startsWith("decision " + number)
        .contains("population", "(before any)", "stored 存档", "bit for bit 重算一致")
        .doesNotContain("张伟", NUMBER, "13900005678");
    assertThat(audit.after(head, 10))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.action()).isEqualTo("decision.explain");
          assertThat(entry.detail()).contains("same=true");
        });
  }

  @Test
  @DisplayName("ends with 3 and a clear line where it differs, or where its model is not kept")
  void differs() {
    long number =
        count(
            "select min(id) from decision where jsonb_array_length(candidates::jsonb->'candidates')"
                + " > 0");
    String shift =
        "update decision set candidates = jsonb_set(candidates::jsonb, '{candidates,0,weight}',"
            + " to_jsonb((candidates::jsonb->'candidates'->0->>'weight')::bigint %s))::text where"
            + " id = "
            + number;
    change(shift.formatted("+ 1"));
    Ended differs = hub.run("explain", "--decision", Long.toString(number));
    change(shift.formatted("- 1"));
    assertThat(differs.code()).isEqualTo(3);
    assertThat(differs.err())
        .startsWith("decision %d differs 重算不一致: record ".formatted(number))
        .contains("weight: stored ", ", now ");
    change("insert into model values (repeat('0', 64), '{}', now())");
    change("update decision set model_hash = repeat('0', 64) where id = " + number);
    Ended missing = hub.run("explain", "--decision", Long.toString(number));
    assertThat(missing.code()).isEqualTo(3);
    assertThat(missing.err()).contains("cannot be weighed again: model 0000");
    change("update decision set model_hash = (select max(hash) from model) where id = " + number);
    assertThat(hub.run("explain", "--decision", Long.toString(number)).code()).isZero();
  }

  @Test
  @DisplayName("stays as it is when the register is linked anew; a second relink changes nothing")
  void relink() {
    String before = hub.bean(StateDigest.class).read().hex();
    JsonNode preview = hub.run("relink", "--preview", "--json").json();
    assertThat(preview.path("preview").asBoolean()).isTrue();
    assertThat(preview.path("records").asLong()).isEqualTo(18);
    assertThat(hub.bean(StateDigest.class).read().hex()).isEqualTo(before);
    Ended ended = hub.run("relink", "--by", "wang.fang", "--reason", "a test", "--json");
    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode done = ended.json();
    for (String count : List.of("personsBefore", "personsAfter", "merged", "founded", "moved")) {
      assertThat(done.path(count)).as(count).isEqualTo(preview.path(count));
    }
    String after = hub.bean(StateDigest.class).read().hex();
    JsonNode again = hub.run("relink", "--json").json();
    assertThat(again.path("personsBefore")).isEqualTo(done.path("personsAfter"));
    assertThat(List.of("merged", "founded", "moved", "overtaken"))
        .allSatisfy(count -> assertThat(again.path(count).asLong()).as(count).isZero());
    assertThat(hub.bean(StateDigest.class).read().hex()).isEqualTo(after);
    assertThat(hub.run("relink", "--preview").out())
        .startsWith("18 records 记录: ")
        .contains("nothing was changed 未作更改");
    assertThat(hub.run("relink", "--reason", NUMBER).err()).startsWith("reason holds an ID number");
  }

  @Test
  @DisplayName("is asked for by its number, alone")
  void usage() {
    assertThat(hub.run("explain", "--decision", "999999").err())
        .startsWith("there is no decision 999999 -> ");
    assertThat(hub.run("explain", "--decision", "1", "police:1").code()).isEqualTo(2);
    assertThat(hub.run("explain").code()).isEqualTo(2);
  }
}
