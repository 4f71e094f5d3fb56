package io.guiyi.connectors.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.connectors.RowFault;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.records.QuarantineReason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Files are decoded strictly: a byte that does not belong puts its own row aside (R13)")
class EncodingTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final DeliveryTag TAG =
      new DeliveryTag("f.csv", Instant.parse("2026-03-01T00:00:00Z"), 7);

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  private EncodingTest text(String text, Charset charset) {
    file.writeBytes(text.getBytes(charset));
    return this;
  }

  private EncodingTest hex(String hex) {
    file.writeBytes(HexFormat.of().parseHex(hex));
    return this;
  }

  private List<TableRow> rows(TextEncoding agreed) throws SourceUnavailable {
    List<TableRow> rows = new ArrayList<>();
    DelimitedFormat format = new DelimitedFormat(agreed, ',');
    try (TableReader table =
        DelimitedTable.open("f.csv", file.toByteArray(), format, TableLimits.defaults())) {
      assertThat(table.columns()).containsExactly("K", "XM");
      for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  private static String name(TableRow row) throws RowFault {
    return TablePayload.read(TablePayload.of(row, TAG)).textOrEmpty("XM", 50);
  }

  private static RowFault fault(TableRow row) {
    try {
      TablePayload.read(TablePayload.of(row, TAG));
      throw new AssertionError("the row was read");
    } catch (RowFault fault) {
      return fault;
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a name of GB2312,           d5c5ceb0,         张伟",
    "a name of GBK,              8696,             問",
    "the dot of names,           b0a2a1a4c6e4,     阿·其",
    "four bytes,                 8139ee39,         㐀",
    "Extension B in four bytes,  9532 8236,        𠀀",
    "a leftover of GB18030-2022, fe51,             𠂇",
    "a leftover of GB18030-2022, fe52,             𠂉",
    "a leftover of GB18030-2022, fe53,             𠃌",
    "a leftover of GB18030-2022, fe6c,             𡗗",
    "a leftover of GB18030-2022, fe76,             𢦏",
    "a leftover of GB18030-2022, fe91,             𤇾",
    "remapped in 2022,           fe59,             龴",
    "full-width digits,          a3b1a3b2,         １２",
    "a lost character,           c2ed3f,           马?",
  })
  @DisplayName("what GB18030 writes is read as what it means")
  void decodes(String what, String hex, String means) throws Exception {
    text("K,XM\r\n1,", GB18030).hex(hex.replace(" ", "")).text("\r\n2,李明\r\n", GB18030);
    List<TableRow> rows = rows(TextEncoding.GB18030);
    assertThat(name(rows.get(0))).as(what).isEqualTo(means);
    assertThat(name(rows.get(1))).isEqualTo("李明");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a lone lead byte before a comma,    81,         0",
    "half of two bytes,                  d5c5ce,     2",
    "half of four bytes,                 d5c5813082, 2",
    "a byte that begins nothing,         ff,         0",
    "a trail byte out of range,          d5c5810a,   2",
    "UTF-8 in the middle of GB18030,     e5bca0e4bc9f, 0",
    "a vendor's character,               aaa1,       0",
    "a private use character after one,  d5c5f8a1,   2",
    "U+FFFD that was sent,               d5c58431a437, 2",
  })
  @DisplayName("what GB18030 cannot be puts the row aside with its byte, and the next one is read")
  void refuses(String what, String hex, int at) throws Exception {
    text("K,XM\r\n1,", GB18030).hex(hex).text("\r\n2,李明\r\n", GB18030);
    List<TableRow> rows = rows(TextEncoding.GB18030);
    int offset = "K,XM\r\n1,".length() + at;
    assertThat(rows.get(0).position()).as(what).hasToString("f.csv byte " + offset);
    assertThat(fault(rows.get(0)).reason()).isEqualTo(QuarantineReason.ENCODING);
    assertThat(fault(rows.get(0))).hasMessageContaining("byte " + (at + 2) + " of the row");
    assertThat(name(rows.getLast())).isEqualTo("李明");
  }

  @Test
  @DisplayName("a byte order mark says more than the agreement, and is no part of the header")
  void marks() throws Exception {
    text("\uFEFFK,XM\n1,𬱖\n", StandardCharsets.UTF_8);
    assertThat(name(rows(TextEncoding.GB18030).getFirst())).isEqualTo("𬱖");
    file.reset();
    text("\uFEFFK,XM\n1,张\n", GB18030);
    assertThat(name(rows(TextEncoding.UTF_8).getFirst())).isEqualTo("张");
  }

  @Test
  @DisplayName("GB18030 in a file that is UTF-8 puts its row aside, never replaced")
  void mixedIntoUtf8() throws Exception {
    text("K,XM\n1,张伟\n2,", StandardCharsets.UTF_8)
        .text("张伟\n", GB18030)
        .text("3,李明\n", StandardCharsets.UTF_8);
    List<TableRow> rows = rows(TextEncoding.UTF_8);
    assertThat(name(rows.get(0))).isEqualTo("张伟");
    assertThat(fault(rows.get(1)).reason()).isEqualTo(QuarantineReason.ENCODING);
    assertThat(name(rows.get(2))).isEqualTo("李明");
  }

  @Test
  @DisplayName("UTF-16 is refused as a whole")
  void otherEncodings() {
    text("\uFEFFK,XM\n1,张\n", StandardCharsets.UTF_16LE);
    assertThatThrownBy(() -> rows(TextEncoding.GB18030))
        .isInstanceOf(SourceUnavailable.class)
        .hasMessageContaining("header of f.csv");
  }

  @Test
  @DisplayName("whatever bytes a row holds, its neighbours are read and nothing is made up")
  void anyBytes() throws Exception {
    long seed = 20_260_301;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      file.reset();
      byte[] noise = new byte[1 + random.nextInt(12)];
      random.nextBytes(noise);
      text("K,XM\r\n1,赵\r\n2,", GB18030);
      file.writeBytes(noise);
      text("\r\n3,李明\r\n", GB18030);
      List<TableRow> rows = rows(TextEncoding.GB18030);
      String told = "seed %d round %d".formatted(seed, round);
      assertThat(name(rows.getFirst())).as(told).isEqualTo("赵");
      assertThat(name(rows.getLast())).as(told).isEqualTo("李明");
      for (TableRow row : rows.subList(1, rows.size() - 1)) {
        if (row instanceof TableRow.Cells cells) {
          assertThat(cells.cells().toString()).as(told).doesNotContain("\uFFFD");
        }
      }
    }
  }
}
