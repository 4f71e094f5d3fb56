package io.guiyi.connectors.education;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.table.DeliveryTag;
import io.guiyi.connectors.table.TableLimits;
import io.guiyi.connectors.table.TablePayload;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.EthnicGroup;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.identity.GuardianClaim.Relation;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.place.Address;
import io.guiyi.records.place.RegionCode;
import io.guiyi.records.statement.Enrolment;
import io.guiyi.records.statement.Enrolment.Place;
import io.guiyi.records.statement.Enrolment.Stage;
import io.guiyi.records.statement.Enrolment.Standing;
import io.guiyi.records.statement.Guardianship;
import io.guiyi.records.statement.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A row of the school roll")
class EducationRowTest {
  private static final SourceId EDUCATION = new SourceId("education");
  private static final String CHILD = number("33028220150612001");
  private static final String FORMER = number("33028220150612003");
  private static final String MOTHER = number("52210119900307002");
  private static final String KEY = "G" + CHILD;
  private static final String TEMPORARY = "L330282201506120123";
  private static final DeliveryTag TAG =
      new DeliveryTag("XJ_20260301_004_C.csv", Instant.parse("2026-03-01T00:00:00Z"), 4_000_000);

  private final EducationRows rows = new EducationRows(EDUCATION, TableLimits.defaults());
  private final EducationCanon canon = new EducationCanon();
  private final Map<String, @Nullable String> row = good();

  private static String number(String digits) {
    return digits + IdNumber.checkCharacter(digits);
  }

  private static Map<String, @Nullable String> good() {
    Map<String, @Nullable String> row = new LinkedHashMap<>();
    row.put("XJH", KEY);
    row.put("XXBSM", "2133004567");
    row.put("XXMC", "慈溪测试小学");
    row.put("XXXZ", "2");
    row.put("XD", "2");
    row.put("NJ", "3");
    row.put("BJ", "02");
    row.put("XM", "欧阳小测");
    row.put("XMPY", "ou yang xiao ce");
    row.put("CYM", "欧阳大测");
    row.put("XBM", "男");
    row.put("CSRQ", "2015-06-12");
    row.put("MZM", "3");
    row.put("SFZJLX", "1");
    row.put("SFZJH", CHILD);
    row.put("HKSZD", "522101贵州省遵义市甲镇");
    row.put("HKXZ", "1");
    row.put("XZZ", "观海卫镇五里村88号203室");
    row.put("SFSQZN", "1");
    row.put("SFLSET", "0");
    row.put("RXNY", "202309");
    row.put("XJZT", "1");
    row.put("JHR1XM", "测试母");
    row.put("JHR1GX", "2");
    row.put("JHR1SFZH", MOTHER);
    row.put("JHR1DH", "13900005678");
    row.put("JHR2XM", null);
    row.put("JHR2GX", null);
    row.put("JHR2SFZH", null);
    row.put("JHR2DH", null);
    row.put("CZ", "1");
    return row;
  }

  private Delivered told() {
    return rows.read(new Position("f.csv row 2"), TablePayload.of(row, TAG));
  }

  private Canonicalized read() {
    return switch (told()) {
      case SourceRecord record -> canon.read(record);
      case Quarantined refused -> refused;
    };
  }

  private IdentityClaim who() {
    return ((CanonicalRecord) read()).who();
  }

  @Test
  @DisplayName("says who the pupil is, where the place is, and who the guardians are")
  void readsAll() {
    CanonicalRecord record = (CanonicalRecord) read();
    assertThat(record.key().key()).isEqualTo(KEY);
    assertThat(record.origin().version()).isEqualTo(TAG.asVersion());
    IdentityClaim who = record.who();
    assertThat(who.name()).isEqualTo(new PersonName("欧阳小测"));
    assertThat(who.formerName()).isEqualTo(new PersonName("欧阳大测"));
    assertThat(who.sex()).isEqualTo(Sex.MALE);
    assertThat(who.birthDate()).isEqualTo(new PartialDate(2015, 6, 12));
    assertThat(who.ethnicGroup()).isEqualTo(EthnicGroup.parse("03").orElseThrow());
    assertThat(who.hukouRegion()).isEqualTo(new RegionCode("522101"));
    assertThat(who.hukouAddress()).isEqualTo(Address.of("贵州省遵义市甲镇"));
    assertThat(who.residence()).isEqualTo(Address.of("观海卫镇五里村88号203室"));
    assertThat(who.phones()).containsExactly(new Phone("13900005678"));
    GuardianClaim mother =
        new GuardianClaim(
            new PersonName("测试母"),
            Relation.MOTHER,
            new IdDocument(DocumentType.RESIDENT_ID, MOTHER),
            new Phone("13900005678"));
    assertThat(who.guardians()).containsExactly(mother);
    Period since = Period.since(LocalDate.of(2023, 9, 1));
    assertThat(record.what())
        .containsExactly(
            new Enrolment(
                since, "2133004567", "慈溪测试小学", Place.BOUGHT, Stage.PRIMARY, 3, Standing.ENROLLED),
            new Guardianship(since, mother));
  }

  @ParameterizedTest(name = "XJH {0}, SFZJLX {1}, SFZJH {2}, CSRQ {3}: {4}")
  @CsvSource({
    "KEY, 1, CHILD, 20150612, RESIDENT_ID CHILD; STUDENT_NUMBER KEY",
    "KEY, , CHILD, 20150612, RESIDENT_ID CHILD; STUDENT_NUMBER KEY",
    // The number inside the student number stands in for one that says nothing.
    "KEY, 1, , 20150612, RESIDENT_ID CHILD; STUDENT_NUMBER KEY",
    "KEY, 1, 3.30282E+17, 20150612,"
        + " RESIDENT_ID CHILD; RESIDENT_ID 3.30282E+17; STUDENT_NUMBER KEY",
    "KEY, 1, L330282201506120123, 20150612,"
        + " RESIDENT_ID CHILD; STUDENT_NUMBER L330282201506120123; STUDENT_NUMBER KEY",
    "KEY, 1, 330212011220150612, 20150612,"
        + " RESIDENT_ID CHILD; CHILD_CODE 330212011220150612; STUDENT_NUMBER KEY",
    // A corrected ID number is right, the one inside is what it was before.
    "FORMER, 1, CHILD, 20150612, RESIDENT_ID CHILD; STUDENT_NUMBER FORMER",
    // A parent's ID number on the child's row shows by its birth date.
    "KEY, 1, MOTHER, 20150612, RESIDENT_ID CHILD; RESIDENT_ID MOTHER; STUDENT_NUMBER KEY",
    "KEY, 1, MOTHER, , RESIDENT_ID MOTHER; STUDENT_NUMBER KEY",
    "TEMPORARY, 1, TEMPORARY, 20150612, STUDENT_NUMBER TEMPORARY",
    "TEMPORARY, 1, MOTHER, 20150612, RESIDENT_ID MOTHER; STUDENT_NUMBER TEMPORARY",
    "TEMPORARY, A, H01234567, 20150612,"
        + " HK_MACAO_TRAVEL_PERMIT H01234567; STUDENT_NUMBER TEMPORARY",
    "TEMPORARY, A, 810000199408230021, 20150612,"
        + " HMT_RESIDENCE_PERMIT 810000199408230021; STUDENT_NUMBER TEMPORARY",
    "KEY, Z, AB123456, 20150612, OTHER AB123456; STUDENT_NUMBER KEY",
  })
  @DisplayName("carries the numbers that are the pupil's, most trusted first")
  void documents(
      String key,
      @Nullable String type,
      @Nullable String number,
      @Nullable String birth,
      String all) {
    row.put("XJH", named(key));
    row.put("SFZJLX", type);
    row.put("SFZJH", number == null ? null : named(number));
    row.put("CSRQ", birth);
    List<IdDocument> expected =
        Arrays.stream(all.split("; "))
            .map(text -> text.split(" "))
            .map(parts -> new IdDocument(DocumentType.valueOf(parts[0]), named(parts[1])))
            .toList();
    assertThat(who().documents()).containsExactlyElementsOf(expected);
  }

  private static String named(String name) {
    return switch (name) {
      case "KEY" -> KEY;
      case "FORMER" -> "G" + FORMER;
      case "TEMPORARY" -> TEMPORARY;
      case "CHILD" -> CHILD;
      case "MOTHER" -> MOTHER;
      default -> name;
    };
  }

  @ParameterizedTest(name = "{0} and {1} is {2}")
  @CsvSource({
    "马?, ma xiao, 马xiao",
    "□小明, Zhang Xiao Ming, zhang小明",
    "马?, ma, 马?",
    "马?, , 马?",
    "马小, ma xiao, 马小",
    "马 ?, ma xiao, 马xiao",
    "马?, ma 1, 马?",
  })
  @DisplayName("whose name lost a character is heard by its pinyin")
  void names(String name, @Nullable String pinyin, String heard) {
    row.put("XM", name);
    row.put("XMPY", pinyin);
    assertThat(who().name().written()).isEqualTo(heard);
  }

  @ParameterizedTest(name = "{0} = {1} is read as {2}")
  @CsvSource({
    "CSRQ, 42167, 2015-06-12",
    "CSRQ, 42167.0, 2015-06-12",
    "CSRQ, ４２１６７, 2015-06-12",
    "CSRQ, ２０１５０６１２, 2015-06-12",
    "CSRQ, 201506, 2015-06",
  })
  @DisplayName("has a birth date however it is written")
  void births(String column, String written, String iso) {
    row.put(column, written);
    assertThat(who().birthDate()).isNotNull().extracting(PartialDate::iso).isEqualTo(iso);
  }

  @ParameterizedTest(name = "{0} = {1} is {2}")
  @CsvSource({
    "XJH, , KEY_MISSING",
    "XJH, 合计, KEY_MISSING",
    "CZ, , FIELD_MISSING",
    "CZ, 9, CODE_UNKNOWN",
    "XM, , FIELD_MISSING",
    "XM, ' ', FIELD_MISSING",
    "XM, 张3, VALUE_INVALID",
    "XXBSM, , FIELD_MISSING",
    "XXXZ, 8, CODE_UNKNOWN",
    "XD, 8, CODE_UNKNOWN",
    "XD, , FIELD_MISSING",
    "NJ, 10, VALUE_INVALID",
    "NJ, 三, VALUE_INVALID",
    "CSRQ, 20240231, DATE_INVALID",
    "CSRQ, 73416, DATE_INVALID",
    "CSRQ, 99999.0, DATE_INVALID",
    "RXNY, 202313, DATE_INVALID",
    "RXNY, 2023, DATE_INVALID",
    "SFZJLX, Q, CODE_UNKNOWN",
    "XJZT, 5, CODE_UNKNOWN",
    "SFZJH, 12345678901234567890123456789012345678901, FIELD_TOO_LONG",
  })
  @DisplayName("that cannot be understood is held aside for a reason, under its key")
  void refuses(String column, @Nullable String value, QuarantineReason reason) {
    row.put(column, value);
    Quarantined refused = (Quarantined) read();
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.field()).isEqualTo(column);
    assertThat(refused.key() == null).isEqualTo(column.equals("XJH"));
    assertThat(refused.detail()).doesNotContain(CHILD).doesNotContain("欧阳");
  }

  @Test
  @DisplayName("with CZ 3 is withdrawn and states nothing")
  void withdrawn() {
    row.put("CZ", "3");
    CanonicalRecord record = (CanonicalRecord) read();
    assertThat(record.origin().isWithdrawn()).isTrue();
    assertThat(record.what()).isEmpty();
    assertThat(record.who().name().written()).isEqualTo("欧阳小测");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"g%s", "' G%s'", "Ｇ%s", "'G%s\t'"})
  @DisplayName("has one key, however it is typed")
  void keys(String form) {
    row.put("XJH", form.formatted(CHILD));
    assertThat(((SourceRecord) told()).key().key()).isEqualTo(KEY);
  }

  @Test
  @DisplayName("without month, grade and guardians still states a place")
  void sparse() {
    for (String column : List.of("RXNY", "NJ", "JHR1XM", "HKSZD", "MZM", "SFZJLX", "CYM")) {
      row.put(column, null);
    }
    CanonicalRecord record = (CanonicalRecord) read();
    assertThat(record.what())
        .singleElement()
        .isInstanceOfSatisfying(
            Enrolment.class,
            place -> {
              assertThat(place.period()).isEqualTo(Period.UNKNOWN);
              assertThat(place.grade()).isZero();
            });
  }
}
