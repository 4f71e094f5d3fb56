package io.guiyi.lab.population.books;

import java.util.List;

/**
 * A seeded stream of chance that gives the same draws on every machine and every Java release.
 *
 * <p>SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014)
 * is written out here because the JDK promises no stable derivation of bounded numbers between
 * releases, and the simulation promises the same bytes for the same seed. Every subject (a
 * household, a record) has a stream of its own, so that a change in one place never shifts the
 * draws of another.
 */
public final class Dice {

  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /**
   * The stream of one subject.
   *
   * @param seed the world's seed
   * @param purpose what the draws are for; different purposes give unrelated streams
   * @param subject number of the household, person or record
   */
  public static Dice of(long seed, Purpose purpose, long subject) {
    long mixed = mix(seed + GOLDEN_GAMMA);
    mixed = mix(mixed ^ mix(purpose.number));
    return new Dice(mix(mixed ^ mix(subject + GOLDEN_GAMMA)));
  }

  /** What a stream of draws is used for. Its number is part of the seed and never changes. */
  public enum Purpose {
    HOUSEHOLD(1),
    PHONE(2),
    EMPLOYER(3),
    HOUSE(4),
    POLICE_ROW(5),
    LABOUR_ROW(6),
    CHANGES(7),
    EDUCATION_ROW(8),
    HEALTH_FILE(9),
    UNION_ROW(10),
    VILLAGE_ROW(11),
    SCHOOL(12),
    CHILDHOOD(13),
    LINKAGE_ORDER(14),
    SCALED_COPY(15),
    ARRIVALS(16);

    private final long number;

    Purpose(long number) {
      this.number = number;
    }
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** The next 64 random bits. */
  public long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  public double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /**
   * A number from 0 to {@code bound - 1}. The bias of the multiplication is below bound / 2^32,
   * which no statistic of this simulation can see.
   *
   * @param bound at least 1
   */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException(
          "bound " + bound + " is below 1: give the number of choices");
    }
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** A number between both ends, both included. */
  public int between(int lowest, int highest) {
    return lowest + below(highest - lowest + 1);
  }

  /** True in this many of a hundred draws. */
  public boolean chance(double percent) {
    return unit() * 100 < percent;
  }

  /** One element, each as likely as the others. */
  public <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** One character (a whole code point), each as likely as the others. */
  public String pickCharacter(String choices) {
    int count = choices.codePointCount(0, choices.length());
    int at = choices.offsetByCodePoints(0, below(count));
    return Character.toString(choices.codePointAt(at));
  }
}
