package io.guiyi.connectors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("SM3 digests are those that were published")
class Sm3Test {
  @ParameterizedTest(name = "{0} × {1}")
  @CsvSource({
    // GB/T 32905-2016, appendix A.1 and A.2.
    "abc,  1, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    "abcd, 16, debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
    // The empty text, as the examples of GM/T 0004 users give it.
    "abc,  0, 1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b",
  })
  @DisplayName("of texts")
  void published(String text, int times, String digest) {
    byte[] content = text.repeat(times).getBytes(StandardCharsets.US_ASCII);
    assertThat(HexFormat.of().formatHex(Sm3.of(content))).isEqualTo(digest);
  }
}
