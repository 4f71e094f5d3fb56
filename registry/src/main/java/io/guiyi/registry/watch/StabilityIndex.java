package io.guiyi.registry.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How far the mix of codes in a column has moved: the population stability index, {@code PSI = Σ
 * (pᵢ − qᵢ) · ln(pᵢ ∕ qᵢ)} over the codes i, with qᵢ the share of a code before and pᵢ now.
 *
 * <p>It is the symmetric Kullback–Leibler divergence, in use for score cards since E. M. Lewis, An
 * Introduction to Credit Scoring (1992), where up to 0.1 counts as stable and from 0.25 on as
 * shifted. Half a row is added to every code, so that one that is absent on a side stays finite.
 *
 * <p>Small samples differ by chance. Without any shift, PSI ∕ (1/n + 1/m) follows a χ² distribution
 * with one degree of freedom fewer than there are codes (B. Yurdakul, J. Naranjo, Statistical
 * properties of the population stability index, Journal of Risk Model Validation 14(4), 2020), n
 * and m being the rows on both sides. {@link #noise} is what is exceeded by chance once in ten
 * thousand times; a shift must exceed both.
 *
 * @param value 0 or more
 * @param noise what chance alone may show
 * @param moved the codes by how much they contribute, the most first
 */
public record StabilityIndex(double value, double noise, List<Moved> moved) {
  /** The quantile of the normal distribution at 0.9999. */
  private static final double NORMAL_9999 = 3.719;

  private static final double HALF_A_ROW = 0.5;

  /**
   * A code whose share moved.
   *
   * @param code which
   * @param before its share before, 0 to 1
   * @param now its share now, 0 to 1
   * @param part its summand of the index
   */
  public record Moved(String code, double before, double now, double part) {}

  /** Copies the list. */
  public StabilityIndex {
    moved = List.copyOf(moved);
  }

  /**
   * Compares two mixes; counts of 0 or more, by code.
   *
   * @return 0 if both know one and the same code, or one side has no rows
   */
  public static StabilityIndex of(Map<String, Long> before, Map<String, Long> now) {
    TreeSet<String> codes = new TreeSet<>(before.keySet());
    codes.addAll(now.keySet());
    double m = sum(before);
    double n = sum(now);
    if (codes.size() < 2 || m == 0 || n == 0) {
      return new StabilityIndex(0, 0, List.of());
    }
    double halves = codes.size() * HALF_A_ROW;
    List<Moved> moved =
        codes.stream()
            .map(code -> {
              double q = (before.getOrDefault(code, 0L) + HALF_A_ROW) / (m + halves);
              double p = (now.getOrDefault(code, 0L) + HALF_A_ROW) / (n + halves);
              return new Moved(
                  code,
                  before.getOrDefault(code, 0L) / m,
                  now.getOrDefault(code, 0L) / n,
                  (p - q) * Math.log(p / q));
            })
            .sorted(Comparator.comparingDouble(Moved::part).reversed())
            .toList();
    double index = moved.stream().mapToDouble(Moved::part).sum();
    return new StabilityIndex(index, (1 / n + 1 / m) * chiSquare(codes.size() - 1), moved);
  }

  /** Whether it exceeds both a limit and what chance may show. */
  public boolean isShift(double limit) {
    return value >= limit && value > noise;
  }

  /** The codes that contribute most, at most {@code count}. */
  public Stream<Moved> mostMoved(int count) {
    return moved.stream().limit(count);
  }

  /**
   * The 0.9999 quantile of χ², by E. B. Wilson and M. M. Hilferty, The distribution of chi-square
   * (1931).
   */
  static double chiSquare(int degrees) {
    double ninth = 2.0 / (9.0 * degrees);
    return degrees * Math.pow(1 - ninth + NORMAL_9999 * Math.sqrt(ninth), 3);
  }

  private static double sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
