package io.guiyi.lab.departments;

import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.health.HealthSettings;
import io.guiyi.connectors.health.HealthSource;
import io.guiyi.connectors.http.HttpSettings;
import io.guiyi.lab.population.feeds.FhirResource;
import io.guiyi.records.Delivered;
import io.guiyi.records.Quarantined;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.impl.engine.SimpleCamelContext;

/**
 * A health department with invented children, the hub's source before it, and a register that keeps
 * what a hub would keep: the newest version of each file, and the watermark of the last stored
 * page.
 */
final class HealthCity implements AutoCloseable {
  static final String TOKEN = "an-invented-token-of-the-lab";
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration SILENCE = Duration.ofSeconds(2);

  final HealthDepartment department = HealthDepartment.start(TOKEN);
  final MovedClock clock = new MovedClock();
  final SimpleCamelContext camel = new SimpleCamelContext();
  final HealthSource source;

  final Map<String, SourceRecord> held = new HashMap<>();
  final List<Quarantined> aside = new ArrayList<>();
  Watermark mark = Watermark.START;
  long read;

  /** A clock that stands still until it is moved. */
  static final class MovedClock extends Clock {
    private volatile Instant now = START.plus(Duration.ofDays(1));

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** A city with so many children, one entered each minute, five of them on a page. */
  HealthCity(int children) {
    camel.start();
    source = HealthSource.create(camel, settings(department.baseUri().toString()), clock);
    for (int i = 0; i < children; i++) {
      Instant at = START.plus(Duration.ofMinutes(i));
      department.put(patient(key(i), at, "true"));
      department.put(mother(key(i), at));
      department.put(dose(key(i), 1, at, "completed"));
      department.put(dose(key(i), 2, at, "completed"));
    }
    department.put(clinic("org-1", "测试卫生院"));
  }

  static HealthSettings settings(String baseUrl) {
    return new HealthSettings(
        new SourceId("health"),
        new HttpSettings(
            baseUrl, Duration.ofSeconds(2), SILENCE, Duration.ofSeconds(4), 1024 * 1024),
        new Secret(TOKEN),
        5,
        Duration.ofMinutes(15),
        new RetrySettings(3, Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(2)),
        new BreakerSettings(4, 4, 50, Duration.ofSeconds(30), 1));
  }

  /** Reads at most so many pages and stores each; true if the pull came to its end. */
  boolean pull(int mostPages) throws SourceUnavailable {
    Pull pull = source.pull(mark);
    for (int i = 0; i < mostPages; i++) {
      Optional<SourcePage> page = pull.nextPage();
      if (page.isEmpty()) {
        return true;
      }
      store(page.get());
    }
    return false;
  }

  void pull() throws SourceUnavailable {
    pull(Integer.MAX_VALUE);
  }

  private void store(SourcePage page) {
    for (Delivered row : page.rows()) {
      read++;
      switch (row) {
        case SourceRecord record ->
            held.merge(
                record.key().key(),
                record,
                (old, late) -> late.version().isOlderThan(old.version()) ? old : late);
        case Quarantined put -> aside.add(put);
      }
    }
    mark = page.after();
  }

  static String key(int child) {
    return "p%03d".formatted(child);
  }

  static FhirResource patient(String id, Instant at, String active) {
    return resource(
        "Patient",
        id,
        id,
        at,
        """
        "active":%s,"name":[{"use":"official","text":"测试儿"}],"gender":"male",\
        "birthDate":"2024-01","managingOrganization":{"reference":"Organization/org-1"},\
        "identifier":[{"system":"http://wjw.example/dah","value":"D-%s"}]\
        """
            .formatted(active, id));
  }

  static FhirResource mother(String patient, Instant at) {
    return resource(
        "RelatedPerson",
        patient + "-m",
        patient,
        at,
        """
        "patient":{"reference":"Patient/%s"},"relationship":[{"coding":[{"code":"MTH"}]}],\
        "name":[{"text":"测试母"}]\
        """
            .formatted(patient));
  }

  static FhirResource dose(String patient, int number, Instant at, String status) {
    return resource(
        "Immunization",
        patient + "-d" + number,
        patient,
        at,
        """
        "status":"%s","vaccineCode":{"coding":[{"code":"0201"}]},\
        "patient":{"reference":"Patient/%s"},"occurrenceDateTime":"2025-01-0%d",\
        "protocolApplied":[{"doseNumberPositiveInt":%d}],\
        "performer":[{"actor":{"reference":"Organization/org-1"}}]\
        """
            .formatted(status, patient, number, number));
  }

  static FhirResource clinic(String id, String name) {
    return resource("Organization", id, "", START, "\"name\":\"" + name + "\"");
  }

  static FhirResource resource(String type, String id, String patient, Instant at, String members) {
    String updated =
        at.atOffset(ZoneOffset.ofHours(8)).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    return new FhirResource(
        type,
        id,
        patient,
        updated,
        "{\"resourceType\":\"%s\",\"id\":\"%s\",\"meta\":{\"lastUpdated\":\"%s\"},%s}"
            .formatted(type, id, updated, members));
  }

  @Override
  public void close() {
    source.close();
    camel.stop();
    department.close();
  }
}
