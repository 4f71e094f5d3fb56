package io.guiyi.connectors.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.SteeredClock;
import io.guiyi.connectors.database.DatabaseSettings;
import io.guiyi.records.Delivery;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.Watermark;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A declared table, on a real PostgreSQL")
@Timeout(120)
class DeclaredJdbcTest {
  private static EmbeddedPostgres postgres;
  private final SteeredClock clock = new SteeredClock("2026-11-22T08:00:00Z");
  private final SimpleCamelContext camel = new SimpleCamelContext();

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
    camel.start();
    execute("drop table if exists members");
    execute(
        "create table members (number bigint, name text, sex text, id text, born date, phone text,"
            + " mate text, \"firm.name\" text, since date, state int, changed timestamptz,"
            + " remark text)");
  }

  @AfterEach
  void close() {
    camel.stop();
  }

  @Test
  @DisplayName("of changes is walked in their order, rows of one time by key, and none is skipped")
  void changes() throws Exception {
    for (int i = 1; i <= 5; i++) {
      insert(Integer.toString(i), "2026-03-01 08:00:00+08");
    }
    insert("6", "2026-03-02 08:00:00+08");
    insert("7", null);
    insert(null, "2026-03-02 08:00:00+08");
    try (DeclaredSource source = open(Declared.changes(), DeliveryRule.DELTA, "changed")) {
      List<SourcePage> pages = Declared.walk(source, Watermark.START);
      assertThat(Declared.words(Declared.read(source, pages)))
          .containsExactlyInAnyOrder(
              "VERSION_UNREADABLE changed", "KEY_MISSING number", "1", "2", "3", "4", "5", "6");
      assertThat(pages).extracting(page -> page.rows().size()).containsExactly(2, 2, 2, 2);
      assertThat(pages.getLast().profile().columns()).containsEntry("remark", 2L);
      Watermark reached = pages.getLast().after();
      assertThat(reached.text()).isEqualTo("2026-03-02 08:00:00+08");

      insert("8", "2026-03-02 08:00:00+08");
      insert("9", "2026-03-01 08:00:00+08");
      assertThat(Declared.words(Declared.read(source, Declared.walk(source, reached))))
          .as("rows of the last time once more, nothing older")
          .containsExactlyInAnyOrder("VERSION_UNREADABLE changed", "KEY_MISSING number", "6", "8");
    }
  }

  @Test
  @DisplayName("declared complete comes as one delivery as of now, with its count and its end")
  void complete() throws Exception {
    for (int i = 1; i <= 5; i++) {
      insert(Integer.toString(i), null);
    }
    DeliveryRule all = new DeliveryRule(Delivery.Kind.COMPLETE, 0.1);
    try (DeclaredSource source = open(Declared.delivered(), all, null)) {
      List<SourcePage> pages = Declared.walk(source, Watermark.START);
      assertThat(Declared.words(Declared.read(source, pages)))
          .containsExactly("1", "2", "3", "4", "5");
      assertThat(pages)
          .extracting(page -> page.part().first() + "/" + page.part().last())
          .containsExactly("true/false", "false/false", "false/false", "false/true");
      assertThat(pages.getLast().part().delivery().rows()).isEqualTo(5);
      assertThat(pages).extracting(SourcePage::after).startsWith(Watermark.START);
      assertThat(pages.getLast().after()).isEqualTo(new Watermark("2026-11-22T08:00:00Z"));
      assertThat(pages.getFirst().rows())
          .allSatisfy(row ->
              assertThat(((SourceRecord) row).version())
                  .isEqualTo(pages.getLast().part().delivery().version()));
    }
  }

  @Test
  @DisplayName("is never written to, and a walk that takes too long is a TIMEOUT")
  void readOnly() throws Exception {
    insert("1", "2026-03-01 08:00:00+08");
    execute(
        "create or replace function spoil() returns timestamptz language plpgsql as"
            + " $$ begin insert into members (number) values (99); return now(); end $$");
    execute("create or replace view writing as select *, spoil() as spoilt from members");
    execute("create or replace view slow as select *, pg_sleep(5)::text as slept from members");
    try (DeclaredSource source = over("writing", "spoilt")) {
      assertThat(fails(source).kind()).isEqualTo(Kind.DATABASE);
    }
    try (DeclaredSource source = over("slow", "slept")) {
      assertThat(fails(source).kind()).isEqualTo(Kind.TIMEOUT);
    }
    execute("drop view writing; drop view slow");
  }

  private static SourceUnavailable fails(DeclaredSource source) {
    return assertThrows(SourceUnavailable.class, () -> Declared.walk(source, Watermark.START));
  }

  private DeclaredSource over(String table, String orderBy) {
    return DeclaredSource.create(
        camel,
        Declared.members(table(table, orderBy), Declared.changes(), DeliveryRule.DELTA, List.of()),
        clock);
  }

  private DeclaredSource open(RowRule row, DeliveryRule delivery, @Nullable String orderBy) {
    return DeclaredSource.create(
        camel, Declared.members(table("members", orderBy), row, delivery, List.of()), clock);
  }

  private static JdbcRows table(String name, @Nullable String orderBy) {
    return new JdbcRows(
        new DatabaseSettings(
            "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort()),
            "postgres",
            new Secret("invented-password"),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1)),
        name,
        orderBy,
        Duration.ZERO,
        2);
  }

  private static void insert(@Nullable String number, @Nullable String changed)
      throws SQLException {
    execute(
        "insert into members values (%s, '欧阳测试', 'm', '11010119900307803X', '1990-03-07',"
                .formatted(number)
            + " '13900005678', null, '慈溪测试电器有限公司', '2021-03-01', 1, %s)"
                .formatted(changed == null ? "null" : "'" + changed + "'"));
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
