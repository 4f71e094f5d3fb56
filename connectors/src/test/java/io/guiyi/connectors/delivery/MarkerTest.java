package io.guiyi.connectors.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A marker says that a file is whole")
class MarkerTest {
  private static final String SHA256 =
      "sha256=ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final String SM3 =
      "sm3=66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";
  private static final String TIME = "delivered=2026-03-01T08:00:00+08:00";

  private static Marker parse(String text) throws SourceUnavailable {
    String lines = text.replace("SHA256", SHA256).replace("SM3", SM3).replace("TIME", TIME);
    return Marker.parse("f.csv.ok", lines.replace("/", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "rows=3/SHA256/TIME",
    "rows=3/SM3/TIME/",
    "TIME//SM3/SHA256/ROWS=3",
    "rows= 3 /SM3/TIME"
  })
  @DisplayName("read in any order, with either digest or both")
  void reads(String text) throws Exception {
    Marker marker = parse(text);
    assertThat(marker.rows()).isEqualTo(3);
    assertThat(marker.delivered()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    assertThat(marker.fits("abc".getBytes(StandardCharsets.US_ASCII))).isTrue();
    assertThat(marker.fits("abd".getBytes(StandardCharsets.US_ASCII))).isFalse();
  }

  @Test
  @DisplayName("of two digests both must fit")
  void bothDigests() throws Exception {
    Marker marker = parse("rows=3/SHA256/sm3=" + "0".repeat(64) + "/TIME");
    assertThat(marker.fits("abc".getBytes(StandardCharsets.US_ASCII))).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "''",
    "rows=3/SHA256",
    "rows=3/TIME",
    "SHA256/TIME",
    "rows=-1/SHA256/TIME",
    "rows=many/SHA256/TIME",
    "rows=3/rows=4/SHA256/TIME",
    "rows=3/sha256=12/TIME",
    "rows=3/SHA256/delivered=yesterday",
    "rows=3/SHA256/delivered=0099-01-01T00:00:00Z",
    "rows 3/SHA256/TIME",
  })
  @DisplayName("anything else is damage")
  void refuses(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            SourceUnavailable.class,
            fault -> assertThat(fault.kind()).isEqualTo(Kind.DELIVERY_DAMAGED));
  }
}
