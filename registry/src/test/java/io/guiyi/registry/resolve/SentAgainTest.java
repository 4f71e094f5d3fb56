package io.guiyi.registry.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Position;
import io.guiyi.records.RowOutcome.Kind;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.SourceVersion;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.Rows.Row;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The labour bureau numbers every row it puts into its table, also one that it puts there again.
 */
class SentAgainTest {
  private static final Row LABOUR =
      Rows.labour("L1", "张惠珍", LocalDate.of(1990, 3, 7), 22).phone("13900002222");

  private final RegisterFixture register = RegisterFixture.emptied();

  @Test
  @DisplayName("a row sent again under another running number alone adds no version, new or old")
  void sentAgainUnderAnotherNumber() {
    Row moved = LABOUR.phone("13900003333").day(1);
    assertThat(sent(LABOUR, 5)).isEqualTo(Kind.NEW);
    assertThat(sent(LABOUR, 9)).isEqualTo(Kind.UNCHANGED);
    assertThat(register.count("source_record_version")).isEqualTo(1);
    assertThat(sent(moved, 10)).isEqualTo(Kind.CHANGED);
    assertThat(sent(LABOUR, 12)).isEqualTo(Kind.STALE);
    assertThat(sent(moved, 13)).isEqualTo(Kind.UNCHANGED);
    assertThat(register.count("source_record_version")).isEqualTo(2);
    assertThat(sent(LABOUR.phone("13900004444").day(1), 14))
        .as("of two contents of one instant the higher number counts")
        .isEqualTo(Kind.CHANGED);
  }

  private Kind sent(Row row, long number) {
    SourceRecord origin = row.record().origin();
    SourceRecord sent =
        new SourceRecord(
            origin.key(),
            new SourceVersion(origin.version().changedAt(), number),
            origin.presence(),
            origin.payload(),
            new Position("lsh " + number));
    CanonicalRecord record = new CanonicalRecord(sent, row.who(), row.what());
    return register.apply("labour", "lsh " + number, List.of(record)).rows().getFirst().kind();
  }
}
