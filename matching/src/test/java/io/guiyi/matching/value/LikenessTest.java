package io.guiyi.matching.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The likeness of two texts")
class LikenessTest {
  @ParameterizedTest(name = "{0} and {1}: Jaro {2}, Jaro-Winkler {3}")
  @CsvSource({
    "martha, marhta, 0.9444, 0.9611",
    "dwayne, duane, 0.8222, 0.8400",
    "dixon, dicksonx, 0.7667, 0.8133",
    "jones, johnson, 0.7905, 0.8324",
    "abc, xyz, 0, 0",
    "'', '', 1, 1",
    "a, '', 0, 0",
  })
  void isThatOfTheLiterature(String a, String b, double jaro, double winkler) {
    assertThat(Likeness.jaro(a, b)).isCloseTo(jaro, within(0.0001));
    assertThat(Likeness.jaroWinkler(a, b)).isCloseTo(winkler, within(0.0001));
  }

  @ParameterizedTest(name = "{0} and {1} are {2} edits apart")
  @CsvSource({
    "smith, smith, 0",
    "smith, smyth, 1",
    "smith, simth, 1",
    "smith, smit, 1",
    "smith, asmith, 1",
    "ca, abc, 3",
    "kitten, sitting, 3",
    "'', abc, 3",
  })
  void countsEdits(String a, String b, int edits) {
    assertThat(Likeness.within(a, b, edits)).isTrue();
    assertThat(Likeness.within(b, a, edits)).isTrue();
    assertThat(edits > 0 && Likeness.within(a, b, edits - 1)).isFalse();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @DisplayName("is never ruled out by signatures where texts are alike")
  void isNeverRuledOutBySignatures(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String a = text(random);
      String b = random.nextInt(3) == 0 ? text(random) : changed(a, random);
      long left = Signature.of(a);
      long right = Signature.of(b);
      for (double least : new double[] {0.7, 0.8, 0.92}) {
        if (Likeness.jaroWinkler(a, b) >= least) {
          assertThat(Signature.mayReachWinkler(left, right, least)).as(a + " " + b).isTrue();
        }
        if (Likeness.jaro(a, b) >= least) {
          assertThat(Signature.mayReachJaro(left, right, least)).as(a + " " + b).isTrue();
        }
      }
      for (int most = 1; most <= 3; most++) {
        if (Likeness.within(a, b, most)) {
          assertThat(Signature.mayBeWithin(left, right, most)).as(a + " " + b).isTrue();
        }
      }
      assertThat(Likeness.jaroWinkler(a, b)).isEqualTo(Likeness.jaroWinkler(b, a));
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append(
          (char) (random.nextInt(12) == 0 ? '张' + random.nextInt(40) : 'a' + random.nextInt(9)));
    }
    return text.toString();
  }

  private static String changed(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    int at = random.nextInt(text.length());
    switch (random.nextInt(3)) {
      case 0 -> changed.setCharAt(at, 'k');
      case 1 -> changed.insert(at, 'k');
      default -> changed.deleteCharAt(at);
    }
    return changed.isEmpty() ? "k" : changed.toString();
  }
}
