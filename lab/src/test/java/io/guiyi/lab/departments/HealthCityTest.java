package io.guiyi.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.Pull;
import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.health.HealthSettings;
import io.guiyi.connectors.health.HealthSource;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.PageProfile;
import io.guiyi.records.Quarantined;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.statement.StatementKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The health files of an invented city")
class HealthCityTest {
  private static final String TOKEN = "an-invented-token-of-the-lab";

  private final List<Canonicalized> rows = new ArrayList<>();
  private PageProfile profile = PageProfile.NONE;

  @Test
  @DisplayName("are all read, nearly all understood, and say what children's files say")
  void readAll() throws Exception {
    try (HealthDepartment department = HealthDepartment.start(TOKEN);
        SimpleCamelContext camel = new SimpleCamelContext()) {
      camel.start();
      department.load(Population.generate(new PopulationSettings(1_000, 7, 1)));
      HealthSettings settings =
          HealthSettings.of(department.baseUri().toString(), new Secret(TOKEN));
      try (HealthSource source = HealthSource.create(camel, settings, Clock.systemUTC())) {
        read(source);
      }

      assertThat(rows).hasSize(department.patients());
      assertThat(profile.rows()).isEqualTo(department.patients());
    }
    List<CanonicalRecord> understood =
        rows.stream()
            .filter(CanonicalRecord.class::isInstance)
            .map(CanonicalRecord.class::cast)
            .toList();
    Map<String, Long> aside =
        rows.stream()
            .filter(Quarantined.class::isInstance)
            .map(Quarantined.class::cast)
            .collect(
                Collectors.groupingBy(
                    put -> put.reason() + " " + put.field(), Collectors.counting()));
    assertThat(understood.size()).as(aside.toString()).isGreaterThan(rows.size() * 97 / 100);
    assertThat(understood).anyMatch(record -> record.origin().isWithdrawn());
    assertThat(understood)
        .anyMatch(record ->
            record.who().documents().stream()
                .anyMatch(document -> document.type() == DocumentType.CHILD_CODE));
    assertThat(understood)
        .flatExtracting(CanonicalRecord::what)
        .extracting(statement -> statement.kind())
        .contains(StatementKind.HEALTH_FILE, StatementKind.VACCINATION, StatementKind.GUARDIANSHIP);
    assertThat(profile.codedColumns())
        .containsExactlyInAnyOrder("gender", "jzzt", "status", "relationship");
  }

  private void read(HealthSource source) throws SourceUnavailable {
    Pull pull = source.pull(Watermark.START);
    for (Optional<SourcePage> page = pull.nextPage(); page.isPresent(); page = pull.nextPage()) {
      profile = profile.plus(page.get().profile());
      for (Delivered row : page.get().rows()) {
        rows.add(
            switch (row) {
              case SourceRecord record -> source.canonicalize(record);
              case Quarantined put -> put;
            });
      }
    }
  }
}
