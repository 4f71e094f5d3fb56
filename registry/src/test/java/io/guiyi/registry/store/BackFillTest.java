package io.guiyi.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.registry.RegisterFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a register of an older release holds is there, and summed, after the newest migration. */
@DisplayName("A register of the first release")
class BackFillTest {
  private static final String SCHEMA = "first_release";

  /** Two sources: one pull of two pages, one cut short under a later term, and one of labour. */
  private static final String ROWS =
      """
      insert into pull (id, source, started_at, finished_at, outcome) values
        (1, 'police', '2026-01-01 08:00+08', '2026-01-01 08:05+08', 'COMPLETE'),
        (2, 'police', '2026-01-02 08:00+08', null, null),
        (3, 'labour', '2026-01-02 09:00+08', '2026-01-02 09:01+08', 'TIMEOUT'),
        (4, 'labour', '2026-01-02 10:00+08', '2026-01-02 10:01+08', 'COMPLETE');
      insert into pull_page (id, pull_id, source, watermark, rows_read, fresh, changed, unchanged,
          withdrawn, stale, quarantined, term, recorded_at) values
        (1, 1, 'police', '17', 10, 7, 0, 0, 1, 0, 2, 1, '2026-01-01 08:01+08'),
        (2, 1, 'police', '19',  4, 1, 1, 1, 0, 1, 0, 1, '2026-01-01 08:02+08'),
        (3, 2, 'police', '25',  3, 0, 1, 2, 0, 0, 0, 3, '2026-01-02 08:01+08'),
        (51, 2, 'police', '21', 1, 1, 0, 0, 0, 0, 0, 2, '2026-01-02 08:00+08'),
        (4, 3, 'labour', '5',   6, 5, 0, 0, 0, 0, 1, 3, '2026-01-02 09:01+08');
      insert into quarantined (id, page_id, source, position, reason, field, detail, content_hash,
          payload_sealed, recorded_at) values
        (1, 1, 'police', 'row 3', 'DATE_INVALID', 'csrq', 'cannot be', 'a', 'b', now());
      insert into person (id, public_id, version, standing, recorded_at) values
        (1, 'P1', 1, 'ACTIVE', now());
      insert into source_record (id, source, key_hash, current_version, versions, presence,
          standing, person_id, recorded_at) values
            (1, 'police', 'k', 1, 1, 'PRESENT', 'LINKED', 1, now());
      """;

  private final RegisterFixture register = RegisterFixture.emptied();
  private final DataSource database = register.get(DataSource.class);

  @BeforeEach
  void firstRelease() throws SQLException {
    drop();
    flyway("1").migrate();
    run("set search_path to " + SCHEMA + "; " + ROWS);
  }

  @AfterEach
  void drop() throws SQLException {
    run("drop schema if exists " + SCHEMA + " cascade");
  }

  @Test
  @DisplayName("has its pulls and sources summed, and its rows in quarantine stay open")
  void isBackFilled() throws SQLException {
    flyway("latest").migrate();

    assertThat(
            rows(
                "select concat_ws(' ', id, kind, rows_read, fresh, changed, unchanged, withdrawn,"
                    + " stale, quarantined) from pull order by id"))
        .containsExactly(
            "1 READING 14 8 1 1 1 1 2",
            "2 READING 4 1 1 2 0 0 0",
            "3 READING 6 5 0 0 0 0 1",
            "4 READING 0 0 0 0 0 0 0");
    assertThat(
            rows(
                "select concat_ws(' ', source, watermark, term, rows_read, fresh, changed,"
                    + " unchanged, withdrawn, stale, quarantined) from source_total"
                    + " order by source"))
        .as("the watermark is that of the latest term, then of the latest page")
        .containsExactly("labour 5 3 6 5 0 0 0 0 1", "police 25 3 18 9 2 3 1 1 2");
    assertThat(rows("select cast(last_page_at at time zone 'UTC' as text) from source_total"))
        .containsExactlyInAnyOrder("2026-01-02 01:01:00", "2026-01-02 00:01:00");
    assertThat(rows("select id from quarantined where resolved_at is null and delivery_id is null"))
        .containsExactly("1");
    assertThat(rows("select id from pull where not certified"))
        .as("nobody kept digests of its pages, so that no certificate can be signed for it")
        .isEmpty();
  }

  private Flyway flyway(String target) {
    return Flyway.configure()
        .dataSource(database)
        .schemas(SCHEMA)
        .defaultSchema(SCHEMA)
        .target(target)
        .load();
  }

  private void run(String statements) throws SQLException {
    try (Connection connection = register.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  private List<String> rows(String query) throws SQLException {
    try (Connection connection = register.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path to " + SCHEMA);
      List<String> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery(query)) {
        while (result.next()) {
          rows.add(result.getString(1));
        }
      }
      return rows;
    }
  }
}
