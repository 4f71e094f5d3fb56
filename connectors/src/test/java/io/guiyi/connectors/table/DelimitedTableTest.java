package io.guiyi.connectors.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.records.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A delimited file is told apart row by row")
class DelimitedTableTest {
  private static final DelimitedFormat COMMAS = new DelimitedFormat(TextEncoding.UTF_8, ',');
  private static final DeliveryTag TAG =
      new DeliveryTag("f.csv", Instant.parse("2026-03-01T00:00:00Z"), 7);

  private static List<String> read(String text, TableLimits limits) throws SourceUnavailable {
    byte[] content = text.replace('/', '\n').getBytes(StandardCharsets.UTF_8);
    List<String> rows = new ArrayList<>();
    int skipped = 0;
    try (TableReader table = DelimitedTable.open("f.csv", content, COMMAS, limits)) {
      for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
        rows.add(shown(row.get()));
      }
    }
    try (TableReader table = DelimitedTable.open("f.csv", content, COMMAS, limits)) {
      while (table.skip()) {
        skipped++;
      }
    }
    assertThat(skipped).as("rows passed over").isEqualTo(rows.size());
    return rows;
  }

  private static String shown(TableRow row) {
    return switch (row) {
      case TableRow.Cells cells -> String.join("|", cells.cells().values()).replace('\n', '/');
      case TableRow.Unreadable broken -> {
        try {
          TablePayload.read(TablePayload.of(broken, TAG));
          yield "read after all";
        } catch (RowFault fault) {
          yield fault.reason().name();
        }
      }
    };
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "plain;                            A,B/1,2/3,4;            1|2 3|4",
        "no line break at the end;         A,B/1,2;                1|2",
        "blank lines;                      A,B//1,2///3,4//;       1|2 3|4",
        "empty cells;                      A,B/,/1,;               null|null 1|null",
        "a quoted comma;                   A,B/\"1,0\",2;          1,0|2",
        "a quoted quote;                   A,B/\"1\"\"0\",2;       1\"0|2",
        "a quoted line break;              A,B/\"1/0\",2/3,4;      1/0|2 3|4",
        "a quote inside a plain cell;      A,B/1\"0,2/3,4;         1\"0|2 3|4",
        "too few cells;                    A,B/1/3,4;              MALFORMED 3|4",
        "too many cells;                   A,B/1,2,3/3,4;          MALFORMED 3|4",
        "a quote that never closes;        A,B/\"1,2/3,4/5,6;      MALFORMED 3|4 5|6",
        "a quote that closes far below;    A,B/\"1,2/3,\"4\"/5,6;  MALFORMED 3|4 5|6",
        "something behind a closing quote; A,B/\"1\"x,2/3,4;       MALFORMED 3|4",
        "a quoted break, too many cells;   A,B/\"1/0\",2,3/3,4;    MALFORMED MALFORMED 3|4",
      })
  @DisplayName("rows are what RFC 4180 says, and a broken one costs its own line")
  void tellsRowsApart(String what, String file, String rows) throws Exception {
    assertThat(String.join(" ", read(file.strip(), TableLimits.defaults())))
        .as(what)
        .isEqualTo(rows);
  }

  @Test
  @DisplayName("a row that is too long is put aside, however its quotes stand")
  void longRows() throws Exception {
    String longer = "1".repeat(TableLimits.ROW_BYTES - 1) + ",2";
    String lines = "\"" + "x/".repeat(TableLimits.ROW_BYTES) + "\",9";
    List<String> rows = read("A,B/" + longer + "/" + lines + "/3,4", TableLimits.defaults());
    assertThat(rows).hasSize(TableLimits.ROW_BYTES + 3).endsWith("3|4");
    assertThat(rows.subList(0, rows.size() - 1)).containsOnly("MALFORMED");
  }

  @Test
  @DisplayName("positions name the row, and for a row put aside the byte")
  void positions() throws Exception {
    byte[] content = "A,B\n1,2\n3\n5,6\n".getBytes(StandardCharsets.UTF_8);
    try (TableReader table =
        DelimitedTable.open("f.csv", content, COMMAS, TableLimits.defaults())) {
      assertThat(table.next().orElseThrow().position()).hasToString("f.csv row 2");
      assertThat(table.next().orElseThrow().position()).hasToString("f.csv byte 8");
      assertThat(table.next().orElseThrow().position()).hasToString("f.csv row 4");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "no header;                 ;             PROTOCOL;  is missing",
        "a column twice;            A,B,A/1,2,3;  PROTOCOL;  like one before it",
        "a column without a name;   A,,B/1,2,3;   PROTOCOL;  no usable name",
        "a name of ours;            A,$version/;  PROTOCOL;  no usable name",
        "too many columns;          A,B,C,D/1;    PROTOCOL;  at most 3",
        "too many rows;             A/1/2/3/4;    TOO_LARGE; more than 3 rows",
        "too many bytes;            A/1234567890123456789012345678901; TOO_LARGE; more than 30",
      })
  @DisplayName("what is wrong with the whole is refused as a whole")
  void refusesTheWhole(String what, String file, Kind kind, String says) {
    String text = file == null ? "" : file;
    assertThatThrownBy(() -> read(text, new TableLimits(30, 3, 3)))
        .as(what)
        .isInstanceOfSatisfying(
            SourceUnavailable.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(kind);
              assertThat(fault).hasMessageContaining(says);
            });
  }

  @Test
  @DisplayName("a separator that could be a part of a GB18030 character is refused")
  void separators() {
    assertThatThrownBy(() -> new DelimitedFormat(TextEncoding.GB18030, '|'))
        .hasMessageContaining("none of comma, semicolon and tab");
  }

  @Test
  @DisplayName("a payload carries the version of its delivery")
  void versions() throws Exception {
    TableRow row = new TableRow.Cells(new Position("f.csv row 2"), Map.of("A", "1"));
    assertThat(TablePayload.version(TablePayload.read(TablePayload.of(row, TAG))))
        .isEqualTo(TAG.asVersion());
  }
}
