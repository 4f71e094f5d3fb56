package io.guiyi.connectors.police;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.Rows;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.place.Address;
import io.guiyi.records.statement.Period;
import io.guiyi.records.statement.PermitEvent;
import io.guiyi.records.statement.PermitEvent.Event;
import io.guiyi.records.statement.Residence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A row of the police")
class PoliceRowTest {
  private static final Position HERE = new Position("page 1 row 1");
  private static final PoliceRows ROWS = new PoliceRows(new SourceId("police"));
  private static final PoliceCanon CANON = new PoliceCanon();

  @Test
  @DisplayName("says who registered where, and every event of the permit")
  void reads() {
    CanonicalRecord record = (CanonicalRecord) canon(Rows.police());

    assertThat(record.key().key()).isEqualTo("3302822026000001");
    assertThat(record.origin().version().changedAt())
        .isEqualTo(Instant.parse("2026-01-01T19:04:05Z"));
    IdentityClaim who = record.who();
    assertThat(who.name().written()).isEqualTo("欧阳测试");
    assertThat(who.documents())
        .containsExactly(new IdDocument(DocumentType.RESIDENT_ID, "11010119900307803X"));
    assertThat(who.sex()).isEqualTo(Sex.MALE);
    assertThat(who.birthDate()).isEqualTo(new PartialDate(1990, 3, 7));
    assertThat(who.hukouRegion().code()).isEqualTo("522101");
    assertThat(who.phones()).extracting("digits").containsExactly("13900005678");
    assertThat(who.employer()).isEqualTo("慈溪测试电器有限公司");
    Address home = new Address("浙江省宁波市慈溪市观海卫镇五里村88号203室", "330282100001", "FW0088", "203");
    assertThat(who.residence()).isEqualTo(home);
    assertThat(record.what())
        .containsExactly(
            new Residence(
                Period.since(LocalDate.of(2023, 3, 1)), LocalDate.of(2023, 3, 2), home, "02", "01"),
            event(Event.ACCEPTED, LocalDate.of(2023, 9, 15), null),
            event(Event.ISSUED, LocalDate.of(2023, 10, 1), LocalDate.of(2024, 10, 1)),
            event(Event.ENDORSED, LocalDate.of(2024, 9, 20), LocalDate.of(2025, 10, 1)));
  }

  @ParameterizedTest(name = "with {0} = {1} is {2} at {3}")
  @CsvSource(
      nullValues = "null",
      value = {
        "djbh, null, KEY_MISSING, djbh",
        "djbh, '  ', KEY_MISSING, djbh",
        "djbh, 12345678901234567890123456789012345678901234567890123456789012345, KEY_MISSING,"
            + " djbh",
        "gxsj, null, VERSION_UNREADABLE, gxsj",
        "gxsj, 2026/01/02, VERSION_UNREADABLE, gxsj",
        "gxsj, 2026-02-30 00:00:00, VERSION_UNREADABLE, gxsj",
        "ztbs, null, FIELD_MISSING, ztbs",
        "ztbs, 7, CODE_UNKNOWN, ztbs",
        "xm, null, FIELD_MISSING, xm",
        "xm, '　', FIELD_MISSING, xm",
        "xm, 139测试, VALUE_INVALID, xm",
        "csrq, 19901307, DATE_INVALID, csrq",
        "csrq, 19900230, DATE_INVALID, csrq",
        "csrq, 昨天, DATE_INVALID, csrq",
        "rzsj, null, FIELD_MISSING, rzsj",
        "rzsj, 2023-02-29 00:00:00, DATE_INVALID, rzsj",
        "rzsj, 20230301, DATE_INVALID, rzsj",
        "lksj, 2023-13-01 00:00:00, DATE_INVALID, lksj",
        "lksj, 2022-01-01 00:00:00, PERIOD_INVERTED, lksj",
        "djsj, 2023-03-02 25:00:00, DATE_INVALID, djsj",
        "jzddz, null, FIELD_MISSING, jzddz",
        "jzz.sj, '王测试', VALUE_INVALID, jzz.sj",
        "jzz, '王测试', VALUE_INVALID, jzz",
      })
  void isPutAside(String field, @Nullable String value, QuarantineReason reason, String at) {
    assertPutAside(Rows.with(Rows.police(), field, value), reason, at, value);
  }

  @Test
  @DisplayName("with a bad permit event is put aside by the event's own place")
  void namesTheEvent() {
    Map<String, @Nullable Object> unknown =
        Rows.with(
            Rows.police(),
            "jzz.sj",
            new Object[] {Rows.event("01", "20230915", null), Rows.event("09", "20230916", null)});
    assertPutAside(unknown, QuarantineReason.CODE_UNKNOWN, "jzz.sj[1].lx", "09");
    Map<String, @Nullable Object> undated =
        Rows.with(Rows.police(), "jzz.sj", new Object[] {Rows.event("01", null, null)});
    assertPutAside(undated, QuarantineReason.FIELD_MISSING, "jzz.sj[0].rq", null);
    Map<String, @Nullable Object> flood = Rows.with(Rows.police(), "jzz.sj", new Object[200]);
    assertPutAside(flood, QuarantineReason.VALUE_INVALID, "jzz.sj", null);
  }

  @ParameterizedTest(name = "{0} with {1} characters is FIELD_TOO_LONG")
  @CsvSource({"xm, 51", "jzddz, 201", "zjhm, 41", "gmsfhm, 41", "fwdw, 121", "lxdh, 41", "cym, 51"})
  void isPutAsideForLength(String field, int length) {
    String longText = "长".repeat(length);
    assertPutAside(
        Rows.with(Rows.police(), field, longText),
        QuarantineReason.FIELD_TOO_LONG,
        field,
        longText);
  }

  @ParameterizedTest(name = "{0} is put aside as {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "17|MALFORMED",
        "\"张三\"|MALFORMED",
        "[]|MALFORMED",
        "{\"djbh\":\"1\"|MALFORMED",
        "{\"djbh\":\"1\",\"djbh\":\"2\"}|MALFORMED",
        "{\"djbh\":[[[[[[[[[[]]]]]]]]]]}|MALFORMED",
        "{\"djbh\":17}|VALUE_INVALID",
        "{\"djbh\":\"\\ud800\"}|ENCODING",
        "{\"djbh\":\"a\\u0000b\"}|VALUE_INVALID",
      })
  void isPutAsideForForm(String json, QuarantineReason reason) {
    assertThat(((Quarantined) ROWS.read(HERE, RawBytes.utf8(json))).reason()).isEqualTo(reason);
  }

  @ParameterizedTest(name = "with {0} = {1} is kept: dirt is evidence")
  @CsvSource(
      nullValues = "null",
      value = {
        "gmsfhm, 110101199003078031",
        "gmsfhm, 3.30282E+17",
        "zjhm, 1101**********803X",
        "zjlx, 999",
        "zjlx, null",
        "xb, 2",
        "xb, 未知性别",
        "mz, 汉族",
        "hjdqh, 浙江慈溪",
        "lxdh, 打不通",
        "lxdh, null",
        "csrq, 1990-01-01",
        "csrq, １９９００３０７",
        "csrq, null",
        "cym, 曾用3",
        "xm, 马?",
        "xm, Zhang Wei",
        "xm, 阿卜来提•如则",
        "jzz, null",
        "jzz.jzzh, null",
        "fwdw, null",
        "djsj, null",
      })
  void isKept(String field, @Nullable String value) {
    assertThat(canon(Rows.with(Rows.police(), field, value))).isInstanceOf(CanonicalRecord.class);
  }

  @ParameterizedTest(name = "zjlx {0} with {1} is {2}")
  @CsvSource({
    "111, 330282199001011237, RESIDENT_ID",
    "113, 33028219900101123x, HOUSEHOLD_BOOK",
    "414, E12345678, PASSPORT",
    "511, 12345678, TAIWAN_TRAVEL_PERMIT",
    "511, 830000199201300022, HMT_RESIDENCE_PERMIT",
    "516, H12345678, HK_MACAO_TRAVEL_PERMIT",
    "516, 810000199408230021, HMT_RESIDENCE_PERMIT",
    "553, ABC123456789012, FOREIGN_PERMANENT_RESIDENT",
    "999, 12, OTHER"
  })
  void crossesDocumentTypes(String code, String number, DocumentType type) {
    Map<String, @Nullable Object> row = Rows.with(Rows.police(), "zjlx", code);
    Rows.with(Rows.with(row, "zjhm", number), "gmsfhm", null);

    assertThat(((CanonicalRecord) canon(row)).who().documents())
        .containsExactly(new IdDocument(type, number));
  }

  @Test
  @DisplayName("with two numbers keeps both, the ID number first")
  void keepsBothNumbers() {
    Map<String, @Nullable Object> row = Rows.with(Rows.police(), "zjlx", "414");
    Rows.with(row, "zjhm", "E12345678");

    assertThat(((CanonicalRecord) canon(row)).who().documents())
        .containsExactly(
            new IdDocument(DocumentType.RESIDENT_ID, "11010119900307803X"),
            new IdDocument(DocumentType.PASSPORT, "E12345678"));
  }

  @Test
  @DisplayName("that was cancelled still says who, and states nothing")
  void withdraws() {
    Map<String, @Nullable Object> row = Rows.with(Rows.police(), "ztbs", "3");
    Rows.with(row, "rzsj", null);
    CanonicalRecord record = (CanonicalRecord) canon(row);

    assertThat(record.origin().isWithdrawn()).isTrue();
    assertThat(record.who().name().written()).isEqualTo("欧阳测试");
    assertThat(record.what()).isEmpty();
  }

  private static PermitEvent event(Event event, LocalDate on, @Nullable LocalDate until) {
    return new PermitEvent(event, on, "330282990001", until);
  }

  private static void assertPutAside(
      Map<String, @Nullable Object> row,
      QuarantineReason reason,
      String field,
      @Nullable String value) {
    Canonicalized answer = canon(row);
    assertThat(answer).isInstanceOf(Quarantined.class);
    Quarantined aside = (Quarantined) answer;
    assertThat(aside.reason()).as(aside.detail()).isEqualTo(reason);
    assertThat(aside.field()).isEqualTo(field);
    assertThat(aside.position()).isEqualTo(HERE);
    assertThat(aside.payload().asUtf8()).isEqualTo(Rows.json(row));
    if (value != null && value.length() > 2 && !value.isBlank()) {
      assertThat(aside.detail()).as("no value in clear").doesNotContain(value);
    }
  }

  private static Canonicalized canon(Map<String, @Nullable Object> row) {
    Delivered delivered = ROWS.read(HERE, RawBytes.utf8(Rows.json(row)));
    return switch (delivered) {
      case SourceRecord known -> CANON.read(known);
      case Quarantined aside -> aside;
    };
  }
}
