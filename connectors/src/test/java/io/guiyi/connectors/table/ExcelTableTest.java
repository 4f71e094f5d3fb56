package io.guiyi.connectors.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An Excel sheet is read as a person reads it")
class ExcelTableTest {
  private static final DeliveryTag TAG =
      new DeliveryTag("u.xlsx", Instant.parse("2026-03-01T00:00:00Z"), 7);

  private static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      fill.accept(workbook.newWorksheet("会员"));
    }
    return out.toByteArray();
  }

  private static void row(Worksheet sheet, int row, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      switch (cells[i]) {
        case String text -> sheet.value(row, i, text);
        case BigDecimal number -> sheet.value(row, i, number);
        case LocalDate date -> {
          sheet.value(row, i, date);
          sheet.style(row, i).format("yyyy-MM-dd").set();
        }
        case LocalDateTime time -> {
          sheet.value(row, i, time);
          sheet.style(row, i).format("yyyy/m/d h:mm").set();
        }
        default -> throw new AssertionError(cells[i]);
      }
    }
  }

  private static TableReader open(byte[] content) throws SourceUnavailable {
    return ExcelTable.open("u.xlsx", content, TableLimits.defaults());
  }

  @Test
  @DisplayName("texts, dates and numbers are their texts; digits that Excel lost stay lost")
  void cells() throws Exception {
    byte[] content =
        workbook(sheet -> {
          row(sheet, 0, "编号", "日期", "时间", "手机", "号码", "比例", "姓名");
          row(
              sheet,
              1,
              "A1",
              LocalDate.of(2024, 2, 29),
              LocalDateTime.of(2024, 2, 29, 8, 30),
              new BigDecimal("13800138000"),
              new BigDecimal("330282199001010000"),
              new BigDecimal("0.25"),
              "𬱖");
          row(sheet, 3, "A2", "20240229");
        });
    try (TableReader table = open(content)) {
      assertThat(table.columns()).containsExactly("编号", "日期", "时间", "手机", "号码", "比例", "姓名");
      TableRow.Cells first = (TableRow.Cells) table.next().orElseThrow();
      assertThat(first.position()).hasToString("u.xlsx row 2");
      assertThat(first.cells().values())
          .containsExactly(
              "A1",
              "2024-02-29",
              "2024-02-29 08:30:00",
              "13800138000",
              "3.30282E+17",
              "0.25",
              "𬱖");
      TableRow.Cells second = (TableRow.Cells) table.next().orElseThrow();
      assertThat(second.position()).hasToString("u.xlsx row 4");
      assertThat(second.cells().values())
          .containsExactlyElementsOf(Arrays.asList("A2", "20240229", null, null, null, null, null));
      assertThat(table.next()).isEmpty();
    }
  }

  @Test
  @DisplayName("a cell to the right of the header puts its row aside")
  void beyondTheHeader() throws Exception {
    byte[] content =
        workbook(sheet -> {
          row(sheet, 0, "编号", "姓名");
          row(sheet, 1, "A1", "张三", "李四");
        });
    try (TableReader table = open(content)) {
      Optional<TableRow> row = table.next();
      assertThatThrownBy(() -> TablePayload.read(TablePayload.of(row.orElseThrow(), TAG)))
          .isInstanceOf(RowFault.class)
          .hasMessageContaining("to the right of its header");
    }
  }

  @Test
  @DisplayName("what is no workbook is damaged, and half of one too")
  void damaged() throws Exception {
    byte[] whole = workbook(sheet -> row(sheet, 0, "编号"));
    for (byte[] content :
        new byte[][] {new byte[0], {1, 2, 3}, Arrays.copyOf(whole, whole.length / 2), zip(1, 10)}) {
      assertThatThrownBy(() -> open(content))
          .isInstanceOfSatisfying(
              SourceUnavailable.class,
              fault -> assertThat(fault.kind()).isEqualTo(Kind.DELIVERY_DAMAGED));
    }
  }

  @Test
  @DisplayName("a zip that unpacks to more than the limit is not unpacked")
  void bombs() throws Exception {
    byte[] bomb = zip(1, 64 * 1024 * 1024);
    assertThat(bomb).hasSizeLessThan(100_000);
    TableLimits limits = new TableLimits(1024 * 1024, 10, 10);
    assertThatThrownBy(() -> ExcelTable.open("u.xlsx", bomb, limits))
        .isInstanceOfSatisfying(
            SourceUnavailable.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.TOO_LARGE))
        .hasMessageContaining("once it is unpacked");
    assertThatThrownBy(() -> open(zip(1_001, 1))).hasMessageContaining("1000 parts");
  }

  private static byte[] zip(int entries, int size) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries; i++) {
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + i + ".xml"));
        zip.write(new byte[size]);
      }
    }
    return out.toByteArray();
  }
}
