package io.guiyi.matching.model;

import io.guiyi.matching.weigh.Bits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From a pair's weight to the probability that it is one person: learnt from labels by isotonic
 * regression (pool adjacent violators, Ayer et al. 1955), straight lines between what was learnt;
 * without labels the logistic of the weight, which is what the weight claims to be.
 *
 * @param points ascending in weight, never falling in probability; empty without labels
 */
public record Calibration(List<Point> points) {
  /** The logistic of the weight. */
  public static final Calibration LOGISTIC = new Calibration(List.of());

  /** Fewer labels tell nothing. */
  public static final int FEWEST_LABELS = 10;

  /** Nothing is certain: probabilities keep this distance from 0 and 1. */
  private static final double LEAST = 1e-6;

  /** Copies the list. */
  public Calibration {
    points = List.copyOf(points);
  }

  /**
   * A weight of which the probability is known.
   *
   * @param weight in millionths of a bit
   * @param probability more than 0 and less than 1
   */
  public record Point(long weight, double probability) {}

  /**
   * What people said of a pair.
   *
   * @param weight what the model weighs it, in millionths of a bit
   * @param match true if it is one person
   */
  public record Label(long weight, boolean match) {}

  /** Labels of neighbouring weights that share one probability. */
  private record Pool(long lowest, long highest, long matches, long labels) {
    boolean isAbove(Pool next) {
      return matches * next.labels >= next.matches * labels;
    }

    Pool with(Pool next) {
      return new Pool(lowest, next.highest, matches + next.matches, labels + next.labels);
    }

    double probability() {
      return Math.clamp(matches / (double) labels, LEAST, 1 - LEAST);
    }
  }

  /**
   * Learns from labels, in whatever order they come.
   *
   * @throws IllegalArgumentException if there are fewer than {@link #FEWEST_LABELS}, or if all say
   *     the same
   */
  public static Calibration of(List<Label> labels) {
    long matches = labels.stream().filter(Label::match).count();
    if (labels.size() < FEWEST_LABELS || matches == 0 || matches == labels.size()) {
      throw new IllegalArgumentException(
          "%d labels, %d of them matches; give at least %d and some of either kind"
              .formatted(labels.size(), matches, FEWEST_LABELS));
    }
    List<Pool> pools = new ArrayList<>();
    for (Label label : labels.stream().sorted(Comparator.comparingLong(Label::weight)).toList()) {
      Pool own = new Pool(label.weight, label.weight, label.match ? 1 : 0, 1);
      boolean same = !pools.isEmpty() && pools.getLast().highest == label.weight;
      pools.add(same ? pools.removeLast().with(own) : own);
    }
    List<Pool> rising = new ArrayList<>();
    for (Pool pool : pools) {
      Pool last = pool;
      while (!rising.isEmpty() && rising.getLast().isAbove(last)) {
        last = rising.removeLast().with(last);
      }
      rising.add(last);
    }
    List<Point> points = new ArrayList<>();
    for (Pool pool : rising) {
      points.add(new Point(pool.lowest, pool.probability()));
      if (pool.highest > pool.lowest) {
        points.add(new Point(pool.highest, pool.probability()));
      }
    }
    return new Calibration(points);
  }

  /** The probability that a pair of this weight, in millionths of a bit, is one person. */
  public double probability(long weight) {
    if (points.isEmpty()) {
      double odds = StrictMath.pow(2, weight / (double) Bits.ONE);
      return odds == Double.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
    }
    Point below = points.getFirst();
    for (Point point : points) {
      if (point.weight >= weight) {
        double span = Math.max(1, point.weight - below.weight);
        double share = Math.max(0, weight - below.weight) / span;
        return below.probability + share * (point.probability - below.probability);
      }
      below = point;
    }
    return below.probability;
  }
}
