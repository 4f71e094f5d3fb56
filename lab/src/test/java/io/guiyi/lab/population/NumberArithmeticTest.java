package io.guiyi.lab.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Arithmetic of numbers")
class NumberArithmeticTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "440308199901101512",
        "11010119900307803X",
        "500154199301135886",
        "610104196209276908",
        "810000199408230021",
        "830000199201300022"
      })
  @DisplayName("known citizen numbers and residence permits check")
  void knownNumbersCheck(String number) {
    assertThat(CitizenNumbers.checks(number)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "440308199901101513, the check character is wrong",
    "11010119900307803x, a small x is no check character",
    "1101011990030780,   too short",
    "440308199901101152, neighbours are swapped"
  })
  @DisplayName("wrong numbers do not check")
  void wrongNumbersDoNotCheck(String number, String because) {
    assertThat(CitizenNumbers.checks(number)).as(because).isFalse();
  }

  @Test
  @DisplayName("a number is composed of region, birth date, sequence and check")
  void composes() {
    assertThat(CitizenNumbers.compose("110101", LocalDate.of(1990, 3, 7), 803))
        .isEqualTo("11010119900307803X");
  }

  @Test
  @DisplayName("the legacy form drops the century and the check character")
  void legacy() {
    assertThat(CitizenNumbers.legacy("610104196209276908")).isEqualTo("610104620927690");
  }

  @Test
  @DisplayName("the check character of a known credit code")
  void creditCode() {
    assertThat(CreditCodes.check("91350100M000100Y4")).isEqualTo('3');
  }

  @Test
  @DisplayName("a composed credit code has eighteen characters and checks")
  void composedCreditCode() {
    String code = CreditCodes.compose("330282", "MA2A0B1C");
    assertThat(code).hasSize(18).startsWith("91330282MA2A0B1C");
    assertThat(CreditCodes.check(code)).isEqualTo(code.charAt(17));
  }
}
