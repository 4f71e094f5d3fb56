package io.guiyi.lab.departments;

import static io.guiyi.lab.departments.HealthCity.START;
import static io.guiyi.lab.departments.HealthCity.dose;
import static io.guiyi.lab.departments.HealthCity.key;
import static io.guiyi.lab.departments.HealthCity.patient;
import static io.guiyi.lab.departments.HealthCity.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import io.guiyi.records.statement.HealthFile;
import io.guiyi.records.statement.Statement;
import io.guiyi.records.statement.StatementKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The health department's files")
@Timeout(60)
class HealthJourneyTest {
  private static final int CHILDREN = 23;

  private final HealthCity city = new HealthCity(CHILDREN);

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  @DisplayName("arrive whole, each once, with the name of their clinic")
  void arriveWhole() throws SourceUnavailable {
    city.pull();

    assertThat(city.held).hasSize(CHILDREN);
    assertThat(city.read).isEqualTo(CHILDREN);
    assertThat(city.aside).isEmpty();
    List<Statement> what = understood(key(7)).what();
    assertThat(what)
        .extracting(Statement::kind)
        .containsExactly(
            StatementKind.HEALTH_FILE,
            StatementKind.VACCINATION,
            StatementKind.VACCINATION,
            StatementKind.GUARDIANSHIP);
    assertThat(((HealthFile) what.getFirst()).unit()).isEqualTo("测试卫生院");
  }

  @Test
  @DisplayName("read again from the start are as many, byte for byte the same")
  void readAgain() throws SourceUnavailable {
    city.pull();
    List<SourceRecord> before = sorted();
    city.mark = Watermark.START;
    city.pull();

    assertThat(city.read).isEqualTo(2 * CHILDREN);
    assertThat(sorted())
        .extracting(SourceRecord::payload)
        .containsExactlyElementsOf(before.stream().map(SourceRecord::payload).toList());
  }

  @Test
  @DisplayName("are not asked for again beyond the overlap")
  void overlap() throws SourceUnavailable {
    city.pull();
    Watermark mark = city.mark;
    city.pull();

    assertThat(city.read - CHILDREN).as("the last quarter of an hour").isEqualTo(16);
    assertThat(city.mark).isEqualTo(mark);
  }

  @ParameterizedTest(name = "arrive all, though the hub ends after page {0}")
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void restart(int pages) throws SourceUnavailable {
    assertThat(city.pull(pages)).isFalse();
    city.clock.move(Duration.ofHours(5));
    city.department.put(
        dose(key(0), 3, city.clock.instant().minus(Duration.ofHours(4)), "completed"));
    city.pull();

    assertThat(city.held).hasSize(CHILDREN);
    assertThat(understood(key(0)).what())
        .as("a dose that came between the two lives, for a file read in the first")
        .filteredOn(s -> s.kind() == StatementKind.VACCINATION)
        .hasSize(3);
  }

  @Test
  @DisplayName("change with a late dose, though the patient does not")
  void lateDose() throws SourceUnavailable {
    city.pull();
    city.clock.move(Duration.ofDays(40));
    Instant late = city.clock.instant().minus(Duration.ofMinutes(1));
    city.department.put(dose(key(3), 3, late, "completed"));
    long before = city.read;
    city.pull();

    assertThat(city.held.get(key(3))).extracting(r -> r.version().changedAt()).isEqualTo(late);
    assertThat(understood(key(3)).what()).hasSize(5);
    assertThat(city.read - before).as("the overlap of the patients, and the one").isEqualTo(17);
    assertThat(city.mark.text()).contains("immunizations=" + late);
  }

  @Test
  @DisplayName("lose a dose that was entered in error, and a guardian who is none any more")
  void corrections() throws SourceUnavailable {
    city.pull();
    city.clock.move(Duration.ofDays(1));
    Instant now = city.clock.instant();
    city.department.put(dose(key(5), 2, now, "entered-in-error"));
    city.department.put(
        resource(
            "RelatedPerson",
            key(5) + "-m",
            key(5),
            now,
            """
            "active":false,"patient":{"reference":"Patient/%s"},"name":[{"text":"测试母"}]\
            """
                .formatted(key(5))));
    city.pull();

    assertThat(understood(key(5)).what())
        .extracting(Statement::kind)
        .containsExactly(StatementKind.HEALTH_FILE, StatementKind.VACCINATION);
  }

  @Test
  @DisplayName("are withdrawn with their patient")
  void withdrawal() throws SourceUnavailable {
    city.pull();
    city.clock.move(Duration.ofDays(1));
    city.department.put(patient(key(9), city.clock.instant(), "false"));
    city.pull();

    assertThat(held(key(9)).isWithdrawn()).isTrue();
    assertThat(understood(key(9)).what()).isEmpty();
    assertThat(city.held.values()).filteredOn(SourceRecord::isWithdrawn).hasSize(1);
  }

  @Test
  @DisplayName("that are broken are put aside alone, with their key where it can be read")
  void brokenFiles() throws SourceUnavailable {
    Instant at = START.plus(Duration.ofMinutes(10));
    city.department.put(resource("Patient", "q1", "q1", at, "\"active\":7"));
    city.department.put(resource("Patient", "q2", "q2", at, "\"id\":\"twice\""));
    city.department.put(resource("Immunization", "stray", "", at, "\"status\":\"completed\""));
    city.department.put(
        resource(
            "Immunization",
            "odd",
            "p004",
            at,
            "\"status\":9,\"patient\":{\"reference\":\"Patient/p004\"}"));
    city.pull();

    assertThat(city.held).hasSize(CHILDREN);
    assertThat(city.source.canonicalize(held("p004")))
        .as("the file is read without the odd dose, which is held aside under its key")
        .isInstanceOf(CanonicalRecord.class);
    assertThat(city.aside)
        .extracting(put -> put.reason() + " " + (put.key() == null ? "" : put.key().key()))
        .containsExactlyInAnyOrder(
            QuarantineReason.VALUE_INVALID + " q1",
            QuarantineReason.MALFORMED + " twice",
            QuarantineReason.VALUE_INVALID + " p004");
  }

  @Test
  @DisplayName("whose late dose names a patient nobody knows leave it aside with its own bytes")
  void orphans() throws SourceUnavailable {
    city.pull();
    city.clock.move(Duration.ofDays(1));
    city.department.put(dose("nobody", 1, city.clock.instant(), "completed"));
    city.pull();

    assertThat(city.aside)
        .singleElement()
        .satisfies(put -> {
          assertThat(put.field()).isEqualTo("patient.reference");
          assertThat(put.payload().asUtf8()).contains("\"id\":\"nobody-d1\"");
        });
  }

  private List<SourceRecord> sorted() {
    List<SourceRecord> records = new ArrayList<>(city.held.values());
    records.sort((a, b) -> a.key().key().compareTo(b.key().key()));
    return records;
  }

  private SourceRecord held(String key) {
    SourceRecord record = city.held.get(key);
    assertThat(record).as(key).isNotNull();
    return Objects.requireNonNull(record);
  }

  private CanonicalRecord understood(String key) {
    return (CanonicalRecord) city.source.canonicalize(held(key));
  }
}
