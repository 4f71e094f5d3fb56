package io.guiyi.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The shape of a value")
class ShapeTest {
  @ParameterizedTest(name = "of {0} is {1}")
  @CsvSource({
    "1990-13-07, 9999-99-99",
    "11010119900307803X, 99999999999999999a",
    "王测试, 字字字",
    "𬱖１９, 字99",
    "'', ''",
    "1234567890123456789012345, 999999999999999999999999…"
  })
  void saysNothingOfIt(String value, String shape) {
    assertThat(Shape.of(value)).isEqualTo(shape);
  }
}
