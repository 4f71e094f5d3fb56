package io.guiyi.matching.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.guiyi.matching.model.Calibration.Label;
import io.guiyi.matching.weigh.Bits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Probabilities")
class CalibrationTest {
  private static List<Label> labels(String answers) {
    List<Label> labels = new ArrayList<>();
    for (int bit = 0; bit < answers.length(); bit++) {
      labels.add(new Label(Bits.of(bit), answers.charAt(bit) == '1'));
    }
    return labels;
  }

  @Test
  @DisplayName("are the logistic of the weight without labels")
  void areLogisticWithoutLabels() {
    assertThat(Calibration.LOGISTIC.probability(0)).isEqualTo(0.5);
    assertThat(Calibration.LOGISTIC.probability(Bits.of(2))).isEqualTo(0.8);
  }

  @Test
  @DisplayName("are the share of matches where labels violate the order, and lines between")
  void arePooledWhereTheOrderIsViolated() {
    // The three in the middle, 1 0 1 0, are pooled to a half.
    Calibration calibration = Calibration.of(labels("0000101011111"));
    assertThat(calibration.probability(Bits.of(5))).isEqualTo(0.5);
    assertThat(calibration.probability(Bits.of(7))).isEqualTo(0.5);
    assertThat(calibration.probability(Bits.of(7.5))).isCloseTo(0.75, within(1e-3));
    assertThat(calibration.probability(Bits.of(-50))).isEqualTo(1e-6);
    assertThat(calibration.probability(Bits.of(50))).isEqualTo(1 - 1e-6);
  }

  @Test
  @DisplayName("never fall as weights rise, come near the truth, and depend on no order of labels")
  void neverFall() {
    long seed = 41;
    Random random = new Random(seed);
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      long weight = Bits.of(random.nextInt(160) / 10.0 - 8);
      // The model is too sure of itself: the truth is the logistic of half the weight.
      double truth = Calibration.LOGISTIC.probability(weight / 2);
      labels.add(new Label(weight, random.nextDouble() < truth));
    }
    Calibration calibration = Calibration.of(labels);
    Collections.shuffle(labels, random);
    assertThat(Calibration.of(labels)).as("seed %d", seed).isEqualTo(calibration);
    double before = 0;
    for (double bits = -10; bits < 10; bits += 0.1) {
      double probability = calibration.probability(Bits.of(bits));
      assertThat(probability).as("%.1f bits, seed %d", bits, seed).isGreaterThanOrEqualTo(before);
      before = probability;
    }
    for (double bits : new double[] {-4, 0, 4}) {
      assertThat(calibration.probability(Bits.of(bits)))
          .as("%.1f bits, seed %d", bits, seed)
          .isCloseTo(Calibration.LOGISTIC.probability(Bits.of(bits / 2)), within(0.08));
    }
  }

  @Test
  @DisplayName("are not learnt from labels that tell nothing")
  void areNotLearntFromTooFewLabels() {
    assertThatThrownBy(() -> Calibration.of(labels("0101")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 labels, 2 of them matches; give at least 10");
    assertThatThrownBy(() -> Calibration.of(labels("111111111111")))
        .hasMessageContaining("some of either kind");
  }
}
