package io.guiyi.matching.weigh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Weights as whole millionths of a bit. */
public final class Bits {
  /** One bit. */
  public static final long ONE = 1_000_000;

  private Bits() {}

  /** A weight given in bits, to the nearest millionth. */
  public static long of(double bits) {
    return Math.round(bits * ONE);
  }

  /** log2 of a ratio, the same on every processor. */
  public static long log2(double ratio) {
    return of(StrictMath.log(ratio) / StrictMath.log(2));
  }

  /** Bits with two digits, such as {@code -7.00}. */
  public static String print(long weight) {
    return String.format(
        Locale.ROOT, "%.2f", BigDecimal.valueOf(weight, 6).setScale(2, RoundingMode.HALF_EVEN));
  }
}
