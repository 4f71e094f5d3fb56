package io.guiyi.lab.population.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Addresses as clerks write them")
class AddressWriterTest {

  @ParameterizedTest
  @CsvSource({
    "1, 一",
    "10, 十",
    "12, 十二",
    "20, 二十",
    "88, 八十八",
    "100, 一百",
    "105, 一百零五",
    "110, 一百一十",
    "203, 二百零三",
    "376, 三百七十六"
  })
  @DisplayName("numbers in Chinese")
  void numerals(int number, String written) {
    assertThat(AddressWriter.numeral(number)).isEqualTo(written);
  }
}
