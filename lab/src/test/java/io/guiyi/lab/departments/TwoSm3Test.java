package io.guiyi.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.delivery.Marker;
import io.guiyi.seal.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The SM3 of markers and that of seals")
class TwoSm3Test {
  private static final long SEED = 20_260_301;

  @Test
  @DisplayName("are one function, at every length around the block and at large ones")
  void agree() throws SourceUnavailable {
    Random random = new Random(SEED);
    for (int length = 0; length < 400; length++) {
      agreeOn(random, length < 300 ? length : length * 1_000);
    }
  }

  private static void agreeOn(Random random, int length) throws SourceUnavailable {
    byte[] content = new byte[length];
    random.nextBytes(content);
    String text =
        "rows=1\nsm3=%s\ndelivered=2026-03-01T08:00:00+08:00\n".formatted(Sm3.of(content).hex());
    Marker marker = Marker.parse("f.csv.ok", text.getBytes(StandardCharsets.US_ASCII));
    assertThat(marker.fits(content)).as("seed %d length %d", SEED, length).isTrue();
  }
}
