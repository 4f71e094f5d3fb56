package io.guiyi.lab.drill;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * When and whom to kill, round by round; a function of the seed. The points are spread over the
 * whole of what there is to read, one at a random place in each of as many equal parts as there are
 * rounds, so that no round comes after the last row.
 *
 * @param kills one for each round, in order
 */
public record KillPlan(List<Kill> kills) {
  /** The most rounds of a drill. */
  public static final int ROUNDS_MAX = 1_000;

  private static final int LATER_MS_MAX = 150;

  /** Copies the list. */
  public KillPlan {
    kills = List.copyOf(kills);
  }

  /** Who is killed. */
  public enum Victims {
    /** The hub; its PostgreSQL lives on as an orphan. */
    HUB,
    /** Both, in the same moment. */
    HUB_AND_DATABASE
  }

  /**
   * One kill.
   *
   * @param victims who
   * @param afterRows not before so many rows have been applied, of all rounds
   * @param later how long after that: into the next page, between commit and index, into a send
   */
  public record Kill(Victims victims, long afterRows, Duration later) {}

  /**
   * Draws a plan.
   *
   * @param rounds 1 to {@link #ROUNDS_MAX}
   * @param rows how many rows there are to read, at least 1
   */
  public static KillPlan of(long seed, int rounds, long rows) {
    if (rounds < 1 || rounds > ROUNDS_MAX || rows < 1) {
      throw new IllegalArgumentException(
          "%d rounds over %d rows are no drill; give 1 to %d rounds and at least a row"
              .formatted(rounds, rows, ROUNDS_MAX));
    }
    Random chance = new Random(seed);
    return new KillPlan(
        IntStream.range(0, rounds)
            .mapToObj(round -> {
              double point = (round + chance.nextDouble()) / rounds;
              Victims victims = round % 2 == 0 ? Victims.HUB : Victims.HUB_AND_DATABASE;
              Duration later = Duration.ofMillis(chance.nextInt(LATER_MS_MAX));
              return new Kill(victims, (long) (rows * point), later);
            })
            .toList());
  }
}
