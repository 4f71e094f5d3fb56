package io.guiyi.connectors.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceKey;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.SourceVersion;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.GuardianClaim.Relation;
import io.guiyi.records.identity.IdDocument;
import io.guiyi.records.identity.Sex;
import io.guiyi.records.statement.Guardianship;
import io.guiyi.records.statement.HealthFile;
import io.guiyi.records.statement.Period;
import io.guiyi.records.statement.Statement;
import io.guiyi.records.statement.Vaccination;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("A health file")
class HealthRowTest {
  private static final SourceId HEALTH = new SourceId("health");
  private static final Position HERE = new Position("page 1 file 1");
  private static final Position DOSES = new Position("page 1 file 1 doses");
  private static final JsonMapper MAPPER = new JsonMapper();

  private final HealthRows rows = new HealthRows(HEALTH);
  private final HealthCanon canon = new HealthCanon();

  @Test
  @DisplayName("is known by its patient's id and dated by the newest of its resources")
  void keyAndVersion() {
    SourceRecord row = (SourceRecord) rows.read(HERE, payload(HealthResources.file()));

    assertThat(row.key()).isEqualTo(new SourceKey(HEALTH, "p1"));
    assertThat(row.version())
        .isEqualTo(new SourceVersion(Instant.parse("2026-01-04T00:00:00Z"), 0));
    assertThat(row.isWithdrawn()).isFalse();
  }

  @Test
  @DisplayName("says whom it is about, everything as it came")
  void who() {
    CanonicalRecord record = understood(HealthResources.file());

    assertThat(record.who().name().written()).isEqualTo("欧阳测");
    assertThat(record.who().formerName()).isNotNull();
    assertThat(record.who().documents())
        .containsExactly(
            new IdDocument(DocumentType.RESIDENT_ID, "11010119900307803X"),
            new IdDocument(DocumentType.CHILD_CODE, "330282020120200001"),
            new IdDocument(DocumentType.BIRTH_CERTIFICATE, "T330000001"));
    assertThat(record.who().sex()).isEqualTo(Sex.FEMALE);
    assertThat(record.who().birthDate()).extracting(Object::toString).isEqualTo("2020-**-**");
    assertThat(record.who().phones()).hasSize(1);
    assertThat(record.who().residence()).isNotNull();
    assertThat(record.who().guardians())
        .singleElement()
        .satisfies(guardian -> {
          assertThat(guardian.relation()).isEqualTo(Relation.MOTHER);
          assertThat(guardian.name().written()).isEqualTo("测母某");
          assertThat(guardian.phone()).isNotNull();
          assertThat(guardian.documentGiven()).isPresent();
        });
  }

  @Test
  @DisplayName("states the file, each dose on its day in Shanghai, and the guardian")
  void what() {
    List<Statement> what = understood(HealthResources.file()).what();

    assertThat(what)
        .extracting(Statement::kind)
        .extracting(Enum::name)
        .containsExactly("HEALTH_FILE", "VACCINATION", "VACCINATION", "GUARDIANSHIP");
    assertThat(what.getFirst())
        .isEqualTo(
            new HealthFile(
                Period.since(LocalDate.of(2020, 6, 1)),
                "33028210200100001",
                "观海卫镇卫生院",
                HealthFile.Standing.REGISTERED));
    assertThat(what.get(1))
        .as("16:30 in UTC is the next day in Shanghai; a clinic without a name goes by its id")
        .isEqualTo(new Vaccination("HepB", 1, LocalDate.of(2020, 5, 19), "org-8"));
    assertThat(((Guardianship) what.getLast()).guardian().relation()).isEqualTo(Relation.MOTHER);
  }

  @ParameterizedTest(name = "leaves out a dose that is {0}")
  @CsvSource({"not-done", "entered-in-error"})
  void dropsDoses(String status) {
    Map<String, @Nullable Object> dose =
        HealthResources.dose("i3", "p1", 3, "2026-02-01T00:00:00Z");
    dose.put("status", status);
    dose.remove("protocolApplied");
    CanonicalRecord record =
        understood(
            HealthResources.file(
                HealthResources.patient("p1", "2026-01-01T00:00:00Z"), List.of(), List.of(dose)));

    assertThat(record.what()).hasSize(1).first().isInstanceOf(HealthFile.class);
    assertThat(record.origin().version().changedAt())
        .as("the change of mind is a new version")
        .isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
  }

  @ParameterizedTest(name = "is withdrawn if the patient has {0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "active | false",
        "link   | [{\"other\":{\"reference\":\"Patient/p2\"},\"type\":\"replaced-by\"}]"
      })
  void withdrawn(String field, String value) {
    SourceRecord row = (SourceRecord) rows.read(HERE, spoilt("patient." + field, value));

    assertThat(row.isWithdrawn()).isTrue();
    assertThat(((CanonicalRecord) canon.read(row)).what()).isEmpty();
  }

  @ParameterizedTest(name = "keeps the name {0} as written")
  @CsvSource({"王某之女", "李婴", "张三之子"})
  void newborn(String name) {
    RawBytes payload = spoilt("patient.name", "[{\"text\":\"" + name + "\"}]");

    assertThat(((CanonicalRecord) canonOf(payload)).who().name().written()).isEqualTo(name);
  }

  @Test
  @DisplayName("names a spouse of a grown-up, and at most four guardians in its claim")
  void manyGuardians() {
    List<Map<String, @Nullable Object>> related = new ArrayList<>();
    String[] codes = {"SPS", "GUARD", "GRPRN", "FTH", "MTH", "GUARD"};
    for (int i = 0; i < codes.length; i++) {
      related.add(HealthResources.related("r" + i, "p1", codes[i], "2026-01-01T00:00:00Z"));
    }
    CanonicalRecord record =
        understood(
            HealthResources.file(
                HealthResources.patient("p1", "2026-01-01T00:00:00Z"), related, List.of()));

    assertThat(record.who().guardians())
        .extracting(guardian -> guardian.relation().name())
        .containsExactly("FATHER", "MOTHER", "GRANDPARENT", "SPOUSE");
    assertThat(record.what()).filteredOn(Guardianship.class::isInstance).hasSize(6);
  }

  @ParameterizedTest(name = "[{index}] with {0} = {1} is {2} at {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "patient.id | `` | KEY_MISSING | patient.id",
        "patient.id | \"张三\" | KEY_MISSING | patient.id",
        "patient.id | 7 | VALUE_INVALID | patient.id",
        "patient.meta | null | VERSION_UNREADABLE | patient.meta.lastUpdated",
        "patient.meta.lastUpdated | \"2026-01-01\" | VERSION_UNREADABLE | patient.meta.lastUpdated",
        "patient.active | \"yes\" | VALUE_INVALID | patient.active",
        "patient.name | [] | FIELD_MISSING | patient.name",
        "patient.name | \"张三\" | VALUE_INVALID | patient.name",
        "patient.name | [{\"text\":\" \"}] | FIELD_MISSING | patient.name[0].text",
        "patient.name | [{\"text\":\"张3\"}] | VALUE_INVALID | patient.name[0].text",
        "patient.birthDate | \"2020-02-30\" | DATE_INVALID | patient.birthDate",
        "patient.identifier.3.value | 7 | VALUE_INVALID | patient.identifier[3].value",
        "related.0.relationship.0.coding.0.code | \"XX\" | CODE_UNKNOWN |"
            + " related[0].relationship[0].coding[0].code",
        "immunizations.1.meta | {} | VERSION_UNREADABLE | immunizations[1].meta.lastUpdated",
        "immunizations.0.status | \"perhaps\" | CODE_UNKNOWN | immunizations[0].status",
        "immunizations.0.status | null | FIELD_MISSING | immunizations[0].status",
        "immunizations.0.vaccineCode | null | FIELD_MISSING | immunizations[0].vaccineCode",
        "immunizations.0.vaccineCode.coding | [] | FIELD_MISSING |"
            + " immunizations[0].vaccineCode.coding",
        "immunizations.0.vaccineCode.coding.0.code | \"张三\" | VALUE_INVALID |"
            + " immunizations[0].vaccineCode.coding[0].code",
        "immunizations.0.vaccineCode.coding.0.code | \"ZhangSan\" | VALUE_INVALID |"
            + " immunizations[0].vaccineCode.coding[0].code",
        "immunizations.0.vaccineCode.coding.0.code | \"13900005678\" | VALUE_INVALID |"
            + " immunizations[0].vaccineCode.coding[0].code",
        "immunizations.0.vaccineCode.coding.0.code | \"11010119900307803X\" | VALUE_INVALID |"
            + " immunizations[0].vaccineCode.coding[0].code",
        "immunizations.0.vaccineCode.coding.0.code | \"123456789012345678901\" | FIELD_TOO_LONG |"
            + " immunizations[0].vaccineCode.coding[0].code",
        "immunizations.0.occurrenceDateTime | \"2020-05\" | DATE_INVALID |"
            + " immunizations[0].occurrenceDateTime",
        "immunizations.0.occurrenceDateTime | \"2020-05-17T25:00:00Z\" | DATE_INVALID |"
            + " immunizations[0].occurrenceDateTime",
        "immunizations.0.occurrenceDateTime | null | FIELD_MISSING |"
            + " immunizations[0].occurrenceDateTime",
        "immunizations.0.protocolApplied | null | FIELD_MISSING | immunizations[0].protocolApplied",
        "immunizations.0.protocolApplied.0.doseNumberPositiveInt | 0 | VALUE_INVALID |"
            + " immunizations[0].protocolApplied[0].doseNumberPositiveInt",
        "immunizations.0.protocolApplied.0.doseNumberPositiveInt | \"1\" | VALUE_INVALID |"
            + " immunizations[0].protocolApplied[0].doseNumberPositiveInt",
        "immunizations | {} | VALUE_INVALID | immunizations",
      })
  void faults(String path, @Nullable String value, QuarantineReason reason, String field) {
    RawBytes payload = spoilt(path, value == null ? "\"\"" : value);
    Quarantined aside = (Quarantined) canonOf(DOSES, payload);

    assertThat(aside.reason()).as(aside.detail()).isEqualTo(reason);
    assertThat(aside.field()).isEqualTo(field);
    assertThat(aside.detail()).doesNotContain("张三").doesNotContain("139").doesNotContain("110101");
    if (reason != QuarantineReason.KEY_MISSING && !field.equals("patient.id")) {
      assertThat(aside.key()).isEqualTo(new SourceKey(HEALTH, "p1"));
    }
  }

  @ParameterizedTest(name = "with {0} = {1} is read without that dose, which is held aside alone")
  @CsvSource(
      delimiter = '|',
      value = {
        "immunizations.0.status | \"perhaps\" | CODE_UNKNOWN",
        "immunizations.0.vaccineCode.coding.0.code | \"张三\" | VALUE_INVALID",
        "immunizations.0.occurrenceDateTime | \"2020-05\" | DATE_INVALID",
        "immunizations.0.protocolApplied | [] | FIELD_MISSING",
      })
  void unreadableDose(String path, String value, QuarantineReason reason) {
    SourceRecord file = (SourceRecord) rows.read(HERE, spoilt(path, value));
    assertThat(((CanonicalRecord) canon.read(file)).what())
        .extracting(statement -> statement.kind().name())
        .containsExactly("HEALTH_FILE", "VACCINATION", "GUARDIANSHIP");

    Quarantined aside = canon.remainder(file).orElseThrow();
    assertThat(aside.reason()).isEqualTo(reason);
    assertThat(aside.field()).startsWith("immunizations[0].");
    assertThat(aside.key()).isEqualTo(file.key());
    assertThat(aside.position()).isEqualTo(DOSES);
    assertThat(canonOf(aside.position(), aside.payload()))
        .as("replayed unrepaired")
        .isEqualTo(aside);
    assertThat(((CanonicalRecord) canonOf(DOSES, payload(HealthResources.file()))).what())
        .as("replayed once it can be read")
        .hasSize(4);
  }

  @Test
  @DisplayName("has no remainder where every dose can be read, or nothing of it can")
  void noRemainder() {
    assertThat(canon.remainder((SourceRecord) rows.read(HERE, payload(HealthResources.file()))))
        .isEmpty();
    assertThat(canon.remainder((SourceRecord) rows.read(HERE, spoilt("patient.name", "[]"))))
        .isEmpty();
  }

  @ParameterizedTest(name = "whose jzzt is {0} is {1}")
  @CsvSource({"1, REGISTERED", "2, MOVED_AWAY", "3, LOST_TRACK", "7, UNSTATED", "'', UNSTATED"})
  void standing(String code, HealthFile.Standing standing) {
    RawBytes payload =
        spoilt(
            "patient.extension",
            "[{\"url\":\"http://wjw.example/jzzt\",\"valueCode\":\"%s\"}]".formatted(code));
    HealthFile file = (HealthFile) ((CanonicalRecord) canonOf(payload)).what().getFirst();
    assertThat(file.standing()).isEqualTo(standing);
    assertThat(file.code())
        .isEqualTo(standing == HealthFile.Standing.UNSTATED ? "" : standing.name());
  }

  @ParameterizedTest(name = "takes the vaccine code {0}")
  @CsvSource({"BCG", "HepB", "DTaP-IPV/Hib", "0101", "J07BC01", "PPV23", "MPSV-A", "2801"})
  void vaccineCodes(String code) {
    RawBytes payload = spoilt("immunizations.0.vaccineCode.coding.0.code", "\"" + code + "\"");

    assertThat(((CanonicalRecord) canonOf(payload)).what().get(1).code()).isEqualTo(code + "/1");
  }

  @Test
  @DisplayName("of more doses or related persons than a file may hold is put aside")
  void limits() {
    List<Map<String, @Nullable Object>> doses = new ArrayList<>();
    for (int i = 0; i <= HealthRows.MOST_DOSES; i++) {
      doses.add(HealthResources.dose("i" + i, "p1", 1, "2026-01-01T00:00:00Z"));
    }
    Map<String, @Nullable Object> patient = HealthResources.patient("p1", "2026-01-01T00:00:00Z");

    Quarantined aside =
        (Quarantined) rows.read(HERE, payload(HealthResources.file(patient, List.of(), doses)));
    doses.removeLast();
    CanonicalRecord full = understood(HealthResources.file(patient, List.of(), doses));

    assertThat(aside.reason()).isEqualTo(QuarantineReason.VALUE_INVALID);
    assertThat(aside.detail()).contains("holds 151 entries, at most 150");
    assertThat(full.what()).hasSize(151);
  }

  @Test
  @DisplayName("that is only a resource without a file is put aside again when it is replayed")
  void straysStayStrays() {
    for (String resource :
        List.of(
            HealthResources.json(HealthResources.dose("i1", "p9", 1, "2026-01-01T00:00:00Z")),
            "{\"resourceType\":\"Device\",\"id\":\"d1\"}",
            "17")) {
      FhirEntry entry = FhirEntry.of(RawBytes.utf8(resource), "match");
      Quarantined first = rows.stray(HERE, entry);
      Quarantined again = (Quarantined) rows.read(HERE, first.payload());

      assertThat(again.reason()).isEqualTo(first.reason());
      assertThat(again.payload()).isEqualTo(RawBytes.utf8(resource));
    }
  }

  private CanonicalRecord understood(Map<String, @Nullable Object> file) {
    Canonicalized record = canonOf(payload(file));
    assertThat(record).as(record.toString()).isInstanceOf(CanonicalRecord.class);
    return (CanonicalRecord) record;
  }

  private Canonicalized canonOf(RawBytes payload) {
    return canonOf(HERE, payload);
  }

  private Canonicalized canonOf(Position position, RawBytes payload) {
    Delivered delivered = rows.read(position, payload);
    return switch (delivered) {
      case SourceRecord record -> canon.read(record);
      case Quarantined aside -> aside;
    };
  }

  private static RawBytes payload(Map<String, @Nullable Object> file) {
    return RawBytes.utf8(HealthResources.json(file));
  }

  /** The usual file with one value replaced; numbers in the path are places in lists. */
  private static RawBytes spoilt(String path, String json) {
    ObjectNode file = (ObjectNode) MAPPER.readTree(HealthResources.json(HealthResources.file()));
    String[] steps = path.split("\\.");
    tools.jackson.databind.JsonNode node = file;
    for (int i = 0; i < steps.length - 1; i++) {
      node =
          node instanceof ArrayNode list
              ? list.get(Integer.parseInt(steps[i]))
              : node.get(steps[i]);
    }
    ((ObjectNode) node).set(steps[steps.length - 1], MAPPER.readTree(json));
    return RawBytes.utf8(MAPPER.writeValueAsString(file));
  }
}
