package io.guiyi.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** No name, number, phone, address or key stands in clear in any column, nor in the index. */
class NothingInClearTest {
  private static final LocalDate BIRTH = LocalDate.of(1990, 3, 7);
  private static final String KEY = "G" + Rows.number(BIRTH, 22);
  private static final List<String> MARKED =
      List.of(
          "欧阳惠珍珍",
          Rows.number(BIRTH, 22),
          "13912345678",
          "浒山街道新城大道一号",
          KEY,
          "司徒桂花花",
          Rows.number(BIRTH.minusYears(30), 48),
          "13787654321");

  private RegisterFixture register;

  @BeforeEach
  void begin() {
    register = RegisterFixture.emptied();
    Row row =
        Rows.police(KEY, MARKED.get(0), BIRTH, 22)
            .phone(MARKED.get(2))
            .living(MARKED.get(3))
            .naming(
                Rows.relative(
                    GuardianClaim.Relation.MOTHER, MARKED.get(5), MARKED.get(6), MARKED.get(7)));
    Quarantined bad =
        new Quarantined(
            new SourceId("police"),
            new Position("page 1 row 2"),
            QuarantineReason.DATE_INVALID,
            "csrq",
            "no such day; ask the department to correct it",
            RawBytes.utf8(String.join(" ", MARKED)));
    // A position must never hold a key that is personal; connectors see to that.
    register.apply("police", "1", List.of(at(row, "page 1 row 1"), bad));
    register.apply("police", "2", List.of(at(row.phone("13912340000").day(1), "page 1 row 1")));
  }

  private static CanonicalRecord at(Row row, String position) {
    var record = row.record();
    var origin = record.origin();
    return new CanonicalRecord(
        new SourceRecord(
            origin.key(),
            origin.version(),
            origin.presence(),
            origin.payload(),
            new Position(position)),
        record.who(),
        record.what());
  }

  @Test
  @DisplayName("in no column of any table, as text or as bytes")
  void tables() {
    List<String> tables =
        register.rows(
            "select tablename::text from pg_tables where schemaname = 'public'", String.class);
    assertThat(tables).hasSizeGreaterThan(15);
    for (String table : tables) {
      for (String row : register.rows("select t::text from " + table + " t", String.class)) {
        for (String marked : MARKED) {
          String hex = HexFormat.of().formatHex(marked.getBytes(StandardCharsets.UTF_8));
          assertThat(row).as(table).doesNotContain(marked).doesNotContain(hex);
        }
      }
    }
  }

  @Test
  @DisplayName("in no file of the index")
  void index() throws IOException {
    int seen = 0;
    try (Stream<Path> files = Files.walk(register.data().resolve("index"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String marked : MARKED) {
          String bytes =
              new String(marked.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
          assertThat(content).as(file.getFileName().toString()).doesNotContain(bytes);
        }
        seen++;
      }
    }
    assertThat(seen).isPositive();
  }
}
