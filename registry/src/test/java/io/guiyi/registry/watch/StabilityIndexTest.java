package io.guiyi.registry.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The stability index")
class StabilityIndexTest {
  @ParameterizedTest(name = "{0} {1} → {2} {3} is {4}")
  @DisplayName("is the sum of (p − q) ln(p ∕ q)")
  @CsvSource({
    "500000, 500000, 500000, 500000, 0.0",
    "500000, 500000, 600000, 400000, 0.0405",
    "500000, 500000, 750000, 250000, 0.2747",
    "800000, 200000, 200000, 800000, 1.6636",
  })
  void followsTheFormula(long a, long b, long p, long q, double expected) {
    StabilityIndex index = StabilityIndex.of(Map.of("1", a, "2", b), Map.of("1", p, "2", q));
    assertThat(index.value()).isCloseTo(expected, within(0.0001));
    assertThat(StabilityIndex.of(Map.of("1", p, "2", q), Map.of("1", a, "2", b)).value())
        .isCloseTo(index.value(), within(1e-9));
  }

  @ParameterizedTest(name = "{0} degrees: {1}")
  @DisplayName("knows what chance may show: the tabled χ² at 0.9999, or up to 8 % more")
  @CsvSource({"1, 15.14", "2, 18.42", "5, 25.74", "10, 35.56", "30, 67.63"})
  void knowsChiSquare(int degrees, double tabled) {
    assertThat(StabilityIndex.chiSquare(degrees)).isBetween(tabled, tabled * 1.08);
  }

  @Test
  @DisplayName("takes a code that is new or gone for moved, and stays finite")
  void staysFinite() {
    StabilityIndex index = StabilityIndex.of(Map.of("1", 300L), Map.of("2", 300L));
    assertThat(index.value()).isFinite().isGreaterThan(5);
    assertThat(index.isShift(0.25)).isTrue();
    assertThat(index.mostMoved(1)).hasSize(1);
  }

  @ParameterizedTest(name = "{0} codes, {1} rows before, {2} now")
  @DisplayName("takes no noise for a shift, however small the samples")
  @CsvSource({"2, 200, 100", "6, 200, 100", "20, 200, 100", "90, 200, 100", "6, 10000, 100"})
  void isSilentAtNoise(int codes, int before, int now) {
    long seed = 20_261_122;
    Random random = new Random(seed);
    for (int trial = 0; trial < 1_000; trial++) {
      StabilityIndex index =
          StabilityIndex.of(drawn(random, codes, before), drawn(random, codes, now));
      assertThat(index.isShift(0.25)).as("seed %d, trial %d: %s", seed, trial, index).isFalse();
    }
  }

  /** Codes with shares that fall off as 1, 1/2, 1/3 …, as code lists in use do. */
  private static Map<String, Long> drawn(Random random, int codes, int rows) {
    double[] shares = new double[codes];
    double total = 0;
    for (int i = 0; i < codes; i++) {
      shares[i] = 1.0 / (i + 1);
      total += shares[i];
    }
    Map<String, Long> counts = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      double dart = random.nextDouble() * total;
      int code = 0;
      while (code < codes - 1 && dart > shares[code]) {
        dart -= shares[code++];
      }
      counts.merge(Integer.toString(code), 1L, Long::sum);
    }
    return counts;
  }
}
