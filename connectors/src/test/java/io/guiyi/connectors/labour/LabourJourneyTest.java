package io.guiyi.connectors.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.Rows;
import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SourceHealth.Breaker;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.SteeredClock;
import io.guiyi.connectors.database.DatabaseSettings;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Delivered;
import io.guiyi.records.PageProfile;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RowOutcome;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The labour bureau's exchange table, on a real PostgreSQL")
@Timeout(120)
class LabourJourneyTest {
  private static EmbeddedPostgres postgres;

  private final SteeredClock clock = new SteeredClock("2026-11-22T08:00:00Z");
  private SimpleCamelContext camel;
  private LabourSource source;

  @BeforeAll
  static void startDatabase() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void open() throws SQLException {
    String columns =
        LabourColumns.BUSINESS.stream()
            .map(column -> column + " varchar")
            .collect(Collectors.joining(", "));
    execute("drop schema if exists exchange cascade");
    execute("create schema exchange");
    execute(
        "create table exchange.cbxx_jyxx (lsh bigint primary key, aaa321 char(1), aaa322 varchar,"
            + " aae418 timestamp, aae419 char(1), aae420 varchar, aae421 varchar, aae422 timestamp,"
            + " "
            + columns
            + ")");
    camel = new SimpleCamelContext();
    camel.start();
    source = LabourSource.create(camel, settings("postgres", 3), clock);
  }

  @AfterEach
  void close() {
    source.close();
    camel.stop();
  }

  @Test
  @DisplayName("is walked by running number; bad rows are put aside and stop nobody")
  void walks() throws Exception {
    for (int i = 1; i <= 7; i++) {
      insert(i * 10L, Rows.with(Rows.job(), "ywlsh", "JY" + i));
    }
    execute("update exchange.cbxx_jyxx set aae419 = '1' where lsh = 20");
    execute("update exchange.cbxx_jyxx set ywlsh = null where lsh = 30");
    execute("update exchange.cbxx_jyxx set aae418 = 'infinity' where lsh = 40");
    execute("update exchange.cbxx_jyxx set aae006 = repeat('长', 100000) where lsh = 50");

    List<SourcePage> pages = walk(source);

    assertThat(pages).hasSize(2);
    assertThat(pages.getFirst().after()).isEqualTo(new Watermark("40"));
    assertThat(pages.getLast().after()).isEqualTo(new Watermark("70"));
    List<Delivered> rows = pages.stream().flatMap(page -> page.rows().stream()).toList();
    assertThat(rows)
        .extracting(row -> row.position().text())
        .containsExactly("lsh=10", "lsh=30", "lsh=40", "lsh=50", "lsh=60", "lsh=70");
    assertThat(((Quarantined) rows.get(1)).reason()).isEqualTo(QuarantineReason.KEY_MISSING);
    assertThat(((Quarantined) rows.get(2)).reason()).isEqualTo(QuarantineReason.VERSION_UNREADABLE);
    assertThat(source.canonicalize((SourceRecord) rows.get(3)))
        .isInstanceOfSatisfying(
            Quarantined.class,
            aside -> assertThat(aside.reason()).isEqualTo(QuarantineReason.FIELD_TOO_LONG));
    assertThat(source.canonicalize((SourceRecord) rows.get(4))).isInstanceOf(CanonicalRecord.class);
    Quarantined aside = (Quarantined) rows.get(1);
    assertThat(source.reread(aside.position(), aside.payload())).isEqualTo(aside);
    assertThat(source.health().isWell()).isTrue();
  }

  @Test
  @DisplayName("shows every column of the table, also one that is new and not read")
  void showsColumns() throws Exception {
    execute("alter table exchange.cbxx_jyxx add column xzyl varchar");
    insert(1, Rows.with(Rows.job(), "ywlsh", "JY1"));
    insert(2, Rows.with(Rows.job(), "ywlsh", "JY2"));
    PageProfile profile = walk(source).getFirst().profile();
    assertThat(profile.rows()).isEqualTo(2);
    assertThat(profile.columns()).containsEntry("xzyl", 2L).containsEntry("aac003", 2L);
    assertThat(profile.values().get("ywlx")).containsExactly(Map.entry("JY", 2L));

    execute("alter table exchange.cbxx_jyxx rename column aac003 to xingming");
    assertThatThrownBy(() -> walk(source)).hasMessageContaining("lacks a column");
  }

  @Test
  @DisplayName("is told what became of each row, once, and only rows still pending are touched")
  void writesBack() throws Exception {
    for (int i = 1; i <= 4; i++) {
      insert(i, Rows.with(Rows.job(), "ywlsh", "JY" + i));
    }
    walk(source);
    execute("update exchange.cbxx_jyxx set aae419 = '1', aae421 = 'by hand' where lsh = 4");
    List<RowOutcome> outcomes =
        List.of(
            RowOutcome.of(LabourRow.position(1), RowOutcome.Kind.NEW),
            RowOutcome.of(LabourRow.position(2), RowOutcome.Kind.WITHDRAWN),
            new RowOutcome(
                LabourRow.position(3),
                RowOutcome.Kind.QUARANTINED,
                "DATE_INVALID",
                "日".repeat(500)),
            new RowOutcome(
                LabourRow.position(4), RowOutcome.Kind.QUARANTINED, "DATE_INVALID", "late"));

    source.writeBack().orElseThrow().write(outcomes);
    List<String> told = states();
    clock.advance(Duration.ofHours(1));
    source.writeBack().orElseThrow().write(outcomes);

    assertThat(told)
        .containsExactly(
            "1|1|null|null|2026-11-22 16:00:00",
            "2|1|null|null|2026-11-22 16:00:00",
            "3|2|DATE_INVALID|" + "日".repeat(200) + "|2026-11-22 16:00:00",
            "4|1|null|by hand|null");
    assertThat(states()).as("the same told twice changes nothing").isEqualTo(told);
    assertThat(walk(source)).as("nothing is pending any more").isEmpty();
  }

  @Test
  @DisplayName("that may not be written can still be read, and the failure is told")
  void readsWhatItMayNotWrite() throws Exception {
    insert(1, Rows.job());
    execute("drop role if exists reader");
    execute("create role reader login");
    execute("grant usage on schema exchange to reader");
    execute("grant select on exchange.cbxx_jyxx to reader");
    List<RowOutcome> outcomes = List.of(RowOutcome.of(LabourRow.position(1), RowOutcome.Kind.NEW));
    try (LabourSource reader = LabourSource.create(camel, settings("reader", 3), clock)) {
      for (Kind kind : List.of(Kind.DATABASE, Kind.BREAKER_OPEN, Kind.BREAKER_OPEN)) {
        SourceUnavailable fault =
            assertThrows(
                SourceUnavailable.class, () -> reader.writeBack().orElseThrow().write(outcomes));
        assertThat(fault.kind()).as(fault.sentence()).isEqualTo(kind);
      }
      assertThat(walk(reader)).hasSize(1);
      assertThat(reader.pull(new Watermark("1")).nextPage())
          .as("what was read and cannot be answered is not read again by every pull")
          .isEmpty();
      assertThat(reader.health().breaker()).isEqualTo(Breaker.CLOSED);
      assertThat(reader.health().lastFailure().kind()).isEqualTo(Kind.DATABASE);
    } finally {
      execute("drop owned by reader");
    }
  }

  @Test
  @DisplayName("gives a row again whose outcome was never written, however small its number")
  void readsAgain() throws Exception {
    insert(100, Rows.job());
    assertThat(walk(source)).hasSize(1);
    insert(5, Rows.with(Rows.job(), "ywlsh", "late"));

    Pull again = source.pull(new Watermark("100"));
    SourcePage page = again.nextPage().orElseThrow();

    assertThat(page.rows())
        .extracting(row -> row.position().text())
        .containsExactly("lsh=5", "lsh=100");
    assertThat(page.after()).isEqualTo(new Watermark("100"));
  }

  @Test
  @DisplayName("that broke off in the middle of a pull is read on by the next one")
  void survivesLostConnections() throws Exception {
    for (int i = 1; i <= 5; i++) {
      insert(i, Rows.with(Rows.job(), "ywlsh", "JY" + i));
    }
    Pull pull = source.pull(Watermark.START);
    assertThat(pull.nextPage()).isPresent();
    execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'guiyi'");

    assertThat(pull.nextPage().orElseThrow().rows()).hasSize(2);
  }

  @Test
  @DisplayName("that does not answer in time is TIMEOUT, and recovers by itself")
  void timesOut() throws Exception {
    insert(1, Rows.job());
    try (Connection lock = postgres.getPostgresDatabase().getConnection()) {
      lock.setAutoCommit(false);
      try (Statement statement = lock.createStatement()) {
        statement.execute("lock table exchange.cbxx_jyxx in access exclusive mode");
      }
      assertFails(source, Kind.TIMEOUT);
      lock.rollback();
    }
    assertThat(walk(source)).hasSize(1);
  }

  @Test
  @DisplayName("that is not the agreed one is DATABASE, told without the driver's words")
  void isMissing() throws Exception {
    execute("drop table exchange.cbxx_jyxx");

    SourceUnavailable fault = assertFails(source, Kind.DATABASE);
    assertThat(fault.sentence()).contains("42P01").contains("exchange.cbxx_jyxx");
    assertThat(fault.getCause()).isNull();
  }

  @Test
  @DisplayName("that is not there is REFUSED, and left in peace after a while")
  void isNotThere() throws IOException {
    try (LabourSource nowhere =
        LabourSource.create(camel, withUrl("jdbc:postgresql://127.0.0.1:1/none"), clock)) {
      assertFails(nowhere, Kind.REFUSED);
      assertFails(nowhere, Kind.BREAKER_OPEN);
      assertThat(nowhere.health().breaker()).isEqualTo(Breaker.OPEN);
    }
  }

  @Test
  @DisplayName("that refuses the password is UNAUTHORIZED, and the password stays unspoken")
  void refusesStrangers() throws Exception {
    execute("drop role if exists stranger");
    execute("create role stranger nologin");
    try (LabourSource stranger = LabourSource.create(camel, settings("stranger", 3), clock)) {
      assertThat(assertFails(stranger, Kind.UNAUTHORIZED).sentence())
          .doesNotContain("invented-password");
    }
  }

  private static LabourSettings settings(String user, int pageSize) {
    String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort());
    return settings(url, user, pageSize, Duration.ofSeconds(2));
  }

  private static LabourSettings withUrl(String url) {
    return settings(url, "postgres", 3, Duration.ofMillis(300));
  }

  private static LabourSettings settings(String url, String user, int pageSize, Duration connect) {
    Secret password = new Secret("invented-password");
    return new LabourSettings(
        new SourceId("labour"),
        new DatabaseSettings(url, user, password, connect, Duration.ofSeconds(1)),
        "exchange.cbxx_jyxx",
        pageSize,
        new RetrySettings(2, Duration.ofMillis(5), Duration.ofMillis(20), Duration.ZERO),
        new BreakerSettings(4, 3, 50, Duration.ofSeconds(30), 1));
  }

  private static List<SourcePage> walk(LabourSource source) throws SourceUnavailable {
    Pull pull = source.pull(Watermark.START);
    List<SourcePage> pages = new ArrayList<>();
    for (Optional<SourcePage> page = pull.nextPage(); page.isPresent(); page = pull.nextPage()) {
      pages.add(page.get());
    }
    return pages;
  }

  private static SourceUnavailable assertFails(LabourSource source, Kind kind) {
    SourceUnavailable fault = assertThrows(SourceUnavailable.class, () -> walk(source));
    assertThat(fault.kind()).as(fault.sentence()).isEqualTo(kind);
    return fault;
  }

  private static void insert(long number, Map<String, @Nullable Object> row) throws SQLException {
    List<String> columns = new ArrayList<>(row.keySet());
    columns.remove("lsh");
    columns.remove("aae418");
    String sql =
        "insert into exchange.cbxx_jyxx (lsh, aae419, aae418, %s) values (?, '0', ?::timestamp, %s)"
            .formatted(
                String.join(", ", columns),
                columns.stream().map(column -> "?").collect(Collectors.joining(", ")));
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, number);
      statement.setObject(2, row.get("aae418"));
      for (int i = 0; i < columns.size(); i++) {
        statement.setObject(i + 3, row.get(columns.get(i)));
      }
      statement.executeUpdate();
    }
  }

  private static List<String> states() throws SQLException {
    List<String> states = new ArrayList<>();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select lsh, aae419, aae420, aae421, cast(aae422 as text)"
                    + " from exchange.cbxx_jyxx order by lsh")) {
      while (rows.next()) {
        states.add(
            "%d|%s|%s|%s|%s"
                .formatted(
                    rows.getLong(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    rows.getString(5)));
      }
    }
    return states;
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
