package io.guiyi.connectors.declared;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.identity.PartialDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A day number of a workbook")
class DateFormTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "46082, 2026-03-01",
    "46082.75, 2026-03-01",
    "9999, 1927-05-17",
    "1869, 1905-02-11",
    "2101, 1905-10-01",
    "73415, 2100-12-31",
  })
  void isADay(String written, String day) {
    assertThat(DateForm.EXCEL.date(written).map(PartialDate::iso)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"60", "1870", "1990", "2026", "2100", "73416", "99999", "100000"})
  @DisplayName("is neither a year alone nor a day that no calendar of ours has")
  void isNoDay(String written) {
    assertThat(DateForm.EXCEL.date(written)).isEmpty();
    assertThat(DateForm.EXCEL.time(written)).isEmpty();
  }
}
