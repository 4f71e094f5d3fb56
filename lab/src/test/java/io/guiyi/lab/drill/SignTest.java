package io.guiyi.lab.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A sign of life")
class SignTest {

  @ParameterizedTest
  @CsvSource({"0, false", "4711, true", "999999999999, false"})
  void isReadAsItWasWritten(long rows, boolean delivered) {
    Sign sign = new Sign(rows, delivered);
    assertThat(Sign.of(sign.line())).contains(sign);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rows", "rows -1 delivered", "rows 12", "rows 12 deliv"})
  void isNoOtherLine(String line) {
    assertThat(Sign.of(line)).isEmpty();
  }
}
