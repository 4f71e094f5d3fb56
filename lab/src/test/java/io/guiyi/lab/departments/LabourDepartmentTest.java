package io.guiyi.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.lab.departments.Change.Kind;
import io.guiyi.lab.population.Population;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.faults.Feed;
import io.guiyi.lab.population.feeds.LabourColumn;
import io.guiyi.lab.population.feeds.LabourRow;
import io.guiyi.lab.population.feeds.PopulationFiles;
import io.guiyi.registry.postgres.EmbeddedPostgres;
import io.guiyi.registry.postgres.PostgresSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The labour department, and life at both departments")
class LabourDepartmentTest {

  private static final Population CITY = Population.generate(new PopulationSettings(1500, 7, 1));
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-01T02:00:00Z"), ZoneOffset.UTC);

  @TempDir private static Path directory;
  private static EmbeddedPostgres postgres;

  private LabourDepartment labour;

  @BeforeAll
  static void startPostgres() {
    postgres =
        EmbeddedPostgres.start(
            PostgresSettings.in(directory).withNames("exchange", "labour").withSharedBuffersMb(32));
  }

  @AfterAll
  static void stopPostgres() {
    postgres.close();
  }

  @BeforeEach
  void open() throws SQLException {
    labour = LabourDepartment.open(postgres.jdbcUrl(), postgres.user(), postgres.password());
    labour.clear();
    labour.load(CITY);
  }

  @AfterEach
  void close() throws SQLException {
    labour.close();
  }

  private static List<List<String>> ask(String sql, int columns) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(found.getString(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static void tell(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  @DisplayName("offers exactly the rows of the files, all pending, numbered from one")
  void load() throws Exception {
    PopulationFiles.Counts counts = PopulationFiles.write(CITY, directory.resolve("files"));
    long rows = counts.rows().getOrDefault(Feed.LABOUR, 0L);
    assertThat(labour.rows()).isEqualTo(rows);
    assertThat(labour.writeBacks().pending()).isEqualTo(rows);
    assertThat(ask("select min(lsh), max(lsh), count(*) from exchange.cbxx_jyxx", 3).getFirst())
        .containsExactly("1", "" + rows, "" + rows);
    try (Stream<String> truth = Files.lines(directory.resolve("files").resolve("truth.csv"))) {
      assertThat(labour.keys() + policeKeys())
          .isEqualTo(truth.filter(line -> line.matches("(labour|police),.*")).count());
    }
  }

  private static long policeKeys() {
    try (PoliceDepartment police = police()) {
      return police.keys();
    }
  }

  private static PoliceDepartment police() {
    PoliceDepartment police = PoliceDepartment.start(new PoliceAccount("hub", "secret"), CLOCK);
    police.load(CITY);
    return police;
  }

  @Test
  @DisplayName("the versions of a record carry growing numbers, and new comes before changed")
  void versions() throws SQLException {
    List<List<String>> turned =
        ask(
            """
            select a.lsh from exchange.cbxx_jyxx a join exchange.cbxx_jyxx b using (ywlsh)
            where a.lsh < b.lsh and a.aae418 > b.aae418
            """,
            1);
    long several =
        Long.parseLong(
            ask("select count(*) - count(distinct ywlsh) from exchange.cbxx_jyxx", 1)
                .getFirst()
                .getFirst());
    assertThat(several).isGreaterThan(200);
    assertThat(turned.size()).as("late versions are rare").isLessThan((int) several / 20);
  }

  @Test
  @DisplayName("counts what readers write back")
  void writeBacks() throws SQLException {
    tell("update exchange.cbxx_jyxx set aae419 = '1', aae422 = now() where lsh <= 100");
    tell("update exchange.cbxx_jyxx set aae419 = '2', aae420 = 'E1' where lsh in (101, 102)");
    LabourDepartment.WriteBacks seen = labour.writeBacks();
    assertThat(seen.taken()).isEqualTo(100);
    assertThat(seen.refused()).isEqualTo(2);
    assertThat(seen.seen()).isEqualTo(102);
    assertThat(seen.pending()).isEqualTo(labour.rows() - 102);
    assertThat(seen.refusedByReason()).isEqualTo(Map.of("E1", 2L));
  }

  @Test
  @DisplayName("goes on numbering when it is opened again")
  void reopened() throws SQLException {
    try (LabourDepartment again =
        LabourDepartment.open(postgres.jdbcUrl(), postgres.user(), postgres.password())) {
      assertThat(again.rows()).isEqualTo(labour.rows());
      LabourRow row = again.newestVersion(1).orElseThrow();
      again.append(List.of(row.with(LabourColumn.AAA321, "2")));
      assertThat(again.rows()).isEqualTo(labour.rows() + 1);
      assertThat(again.newestVersion(again.rows()).orElseThrow().key()).isEqualTo(row.key());
    }
  }

  @Test
  @DisplayName("admits its reader with the rights of the agreement")
  void admits() throws SQLException {
    labour.admit(postgres.user(), postgres.password());
    assertThat(
            ask("select has_column_privilege('exchange.cbxx_jyxx', 'aae419', 'update')", 1)
                .getFirst())
        .containsExactly("t");
  }

  @Test
  @DisplayName("life goes on: what changed is there, with times of the clock, and repeatable")
  void changes() throws SQLException {
    try (PoliceDepartment police = police()) {
      int keys = police.keys();
      long rows = labour.rows();
      List<Change> changes = new ChangeStream(CITY, police, labour, CLOCK, 11).tick(60);
      Set<Kind> kinds = new HashSet<>();
      changes.forEach(change -> kinds.add(change.kind()));
      assertThat(kinds)
          .containsExactlyInAnyOrder(
              Kind.ARRIVED, Kind.MOVED, Kind.CHECKED_OUT, Kind.PHONE_CHANGED, Kind.CANCELLED);
      assertThat(changes).allMatch(change -> change.at().equals(CLOCK.instant()));
      assertThat(police.newestUpdate()).isEqualTo("2026-07-01 10:00:00");
      long newPolice = changes.stream().filter(c -> isNew(c, Feed.POLICE)).count();
      assertThat(police.keys()).isEqualTo(keys + (int) newPolice);
      assertThat(labour.rows()).isGreaterThan(rows);
    }
  }

  private static boolean isNew(Change change, Feed feed) {
    return change.feed() == feed && change.truth() != null;
  }

  @Test
  @DisplayName("the same seed lets the same things happen")
  void changesAreRepeatable() throws SQLException {
    List<Change> first;
    try (PoliceDepartment police = police()) {
      first = new ChangeStream(CITY, police, labour, CLOCK, 5).tick(40);
    }
    labour.clear();
    labour.load(CITY);
    try (PoliceDepartment police = police()) {
      assertThat(new ChangeStream(CITY, police, labour, CLOCK, 5).tick(40)).isEqualTo(first);
    }
  }

  @Test
  @DisplayName("a cancelled labour record is transmitted again as withdrawn")
  void labourCancellation() throws SQLException {
    try (PoliceDepartment police = police()) {
      Change change =
          new ChangeStream(CITY, police, labour, CLOCK, 3)
              .happen(Feed.LABOUR, Kind.CANCELLED)
              .getFirst();
      LabourRow newest = labour.newestVersion(labour.rows()).orElseThrow();
      assertThat(newest.key()).isEqualTo(change.recordKey());
      assertThat(newest.fields().get(LabourColumn.AAA321)).isEqualTo("3");
      assertThat(newest.stamped()).isEqualTo("2026-07-01 10:00:00");
    }
  }
}
