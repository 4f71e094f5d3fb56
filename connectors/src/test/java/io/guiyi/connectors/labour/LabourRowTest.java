package io.guiyi.connectors.labour;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.Rows;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.SourceVersion;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.place.Address;
import io.guiyi.records.statement.Contract;
import io.guiyi.records.statement.CreditCode;
import io.guiyi.records.statement.Employer;
import io.guiyi.records.statement.Employment;
import io.guiyi.records.statement.Insurance;
import io.guiyi.records.statement.Period;
import io.guiyi.records.statement.Qualification;
import io.guiyi.records.statement.Skill;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A row of the labour bureau")
class LabourRowTest {
  private static final SourceId LABOUR = new SourceId("labour");
  private static final LabourCanon CANON = new LabourCanon();

  @Test
  @DisplayName("of business JY states job, contract and insurance")
  void readsJobs() {
    CanonicalRecord record = (CanonicalRecord) canon(Rows.job());

    assertThat(record.key().key()).isEqualTo("JY2026000001");
    assertThat(record.position().text()).isEqualTo("lsh=4711");
    assertThat(record.origin().version())
        .isEqualTo(new SourceVersion(Instant.parse("2026-01-01T19:04:05Z"), 4711));
    IdentityClaim who = record.who();
    assertThat(who.name().written()).isEqualTo("欧阳测试");
    assertThat(who.documents())
        .containsExactly(new IdDocument(DocumentType.RESIDENT_ID, "11010119900307803X"));
    assertThat(who.residence()).isEqualTo(Address.of("慈溪观海卫五里88-203"));
    Employer employer = new Employer("慈溪测试电器有限公司", new CreditCode("91350100M000100Y43"), "DW0001");
    assertThat(record.what())
        .containsExactly(
            new Employment(Period.since(LocalDate.of(2023, 3, 15)), employer, "6080201", "C3857"),
            new Contract(
                new Period(LocalDate.of(2023, 3, 15), LocalDate.of(2026, 3, 14)), employer),
            new Insurance(
                new TreeSet<>(List.of("110", "210", "310", "410", "510")),
                YearMonth.of(2023, 4),
                null,
                employer));
  }

  @Test
  @DisplayName("of business JN states skill and qualification")
  void readsSkills() {
    assertThat(((CanonicalRecord) canon(Rows.skill())).what())
        .containsExactly(
            new Skill(3, "电工", "宁波市测试鉴定中心", LocalDate.of(2022, 6, 1)),
            new Qualification("61", Period.UNKNOWN));
  }

  @ParameterizedTest(name = "{0} with {1} = {2} is {3} at {4}")
  @CsvSource(
      nullValues = "null",
      value = {
        "JY, ywlsh, null, KEY_MISSING, ywlsh",
        "JY, aae418, null, VERSION_UNREADABLE, aae418",
        "JY, aae418, infinity, VERSION_UNREADABLE, aae418",
        "JY, aaa321, null, FIELD_MISSING, aaa321",
        "JY, aaa321, 8, CODE_UNKNOWN, aaa321",
        "JY, ywlx, XX, CODE_UNKNOWN, ywlx",
        "JY, ywlx, null, FIELD_MISSING, ywlx",
        "JY, aac003, null, FIELD_MISSING, aac003",
        "JY, aac006, 19900231, DATE_INVALID, aac006",
        "JY, aab004, null, FIELD_MISSING, aab004",
        "JY, jyksrq, null, FIELD_MISSING, jyksrq",
        "JY, jyksrq, 202303, DATE_INVALID, jyksrq",
        "JY, jyksrq, 20230332, DATE_INVALID, jyksrq",
        "JY, jyjsrq, 20230314, PERIOD_INVERTED, jyjsrq",
        "JY, jyjsrq, never, DATE_INVALID, jyjsrq",
        "JY, htjsrq, 20230314, PERIOD_INVERTED, htjsrq",
        "JY, aae041, 2023-04, DATE_INVALID, aae041",
        "JY, aae041, 202313, DATE_INVALID, aae041",
        "JY, aae042, 202303, PERIOD_INVERTED, aae042",
        "JY, aae140, '110,999', CODE_UNKNOWN, aae140",
        "JY, aae140, null, FIELD_MISSING, aae140",
        "JN, jnzsdj, 6, CODE_UNKNOWN, jnzsdj",
        "JN, jnzsmc, null, FIELD_MISSING, jnzsmc",
        "JN, jnfzrq, null, FIELD_MISSING, jnfzrq",
        "JN, aac011, 初中, CODE_UNKNOWN, aac011",
      })
  void isPutAside(
      String business, String field, @Nullable String value, QuarantineReason reason, String at) {
    Map<String, @Nullable Object> row = business.equals("JY") ? Rows.job() : Rows.skill();
    Quarantined aside = (Quarantined) canon(Rows.with(row, field, value));

    assertThat(aside.reason()).as(aside.detail()).isEqualTo(reason);
    assertThat(aside.field()).isEqualTo(at);
    assertThat(aside.position().text()).isEqualTo("lsh=4711");
  }

  @ParameterizedTest(name = "with {0} = {1} is kept: dirt is evidence")
  @CsvSource(
      nullValues = "null",
      value = {
        "aac002, 11010119900307803",
        "aac147, null",
        "aac058, 99",
        "aac004, 3",
        "aac005, HA",
        "aac067, 1390000",
        "aab003, 91350100M000100Y44",
        "aab001, null",
        "htksrq, null",
        "aae042, 202412",
        "aae140, ' 110， 310 ,'",
      })
  void isKept(String field, @Nullable String value) {
    assertThat(canon(Rows.with(Rows.job(), field, value))).isInstanceOf(CanonicalRecord.class);
  }

  @Test
  @DisplayName("without contract and insurance states the job alone")
  void needsNoContract() {
    Map<String, @Nullable Object> row = Rows.job();
    for (String field : List.of("htksrq", "htjsrq", "aae140", "aae041")) {
      row.put(field, null);
    }
    assertThat(((CanonicalRecord) canon(row)).what()).hasSize(1);
  }

  @Test
  @DisplayName("that was cancelled still says who, and states nothing")
  void withdraws() {
    CanonicalRecord record = (CanonicalRecord) canon(Rows.with(Rows.job(), "aaa321", "3"));

    assertThat(record.origin().isWithdrawn()).isTrue();
    assertThat(record.what()).isEmpty();
  }

  @Test
  @DisplayName("sent again under another number and time is the same payload")
  void keepsControlColumnsOut() {
    SourceRecord first = (SourceRecord) row(Rows.job()).read(LABOUR);
    SourceRecord again =
        (SourceRecord)
            row(Rows.with(Rows.with(Rows.job(), "lsh", "4712"), "aae418", "2026-02-01 00:00:00"))
                .read(LABOUR);

    assertThat(again.payload()).isEqualTo(first.payload());
    assertThat(first.version().isOlderThan(again.version())).isTrue();
    assertThat(first.payload().asUtf8()).startsWith("{\"ywlsh\":\"JY2026000001\",\"ywlx\":\"JY\"");
  }

  @Test
  @DisplayName("put aside keeps its control columns too, so that it can be told apart again")
  void keepsWholeRowsAside() throws Exception {
    Quarantined aside = (Quarantined) row(Rows.with(Rows.job(), "ywlsh", null)).read(LABOUR);

    assertThat(aside.payload().asUtf8())
        .startsWith("{\"lsh\":\"4711\",\"aaa321\":\"1\",\"aae418\":\"2026-01-02 03:04:05\"");
  }

  private static Canonicalized canon(Map<String, @Nullable Object> row) {
    Delivered delivered = row(row).read(LABOUR);
    return switch (delivered) {
      case SourceRecord known -> CANON.read(known);
      case Quarantined aside -> aside;
    };
  }

  private static LabourRow row(Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> columns = new HashMap<>(row);
    columns.put("lsh", Long.valueOf(String.valueOf(row.get("lsh"))));
    return LabourRow.of(columns);
  }
}
