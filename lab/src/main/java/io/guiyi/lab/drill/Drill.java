package io.guiyi.lab.drill;

import java.io.IOException;
import java.util.List;

/** One thing that a hub must survive, done to a real one. */
public interface Drill {
  /** The word after {@code drill} on the command line. */
  String name();

  /** What is done and what must hold: lines of English, then of Chinese. */
  List<String> description();

  /** How much of it there is to be. */
  Size size();

  /** The sources that it can strike, the usual one first; empty if there is nothing to choose. */
  default List<String> sources() {
    return List.of();
  }

  /**
   * Holds the drill.
   *
   * @throws IllegalStateException if something does not come to its end
   */
  DrillReport hold(DrillOrders orders) throws InterruptedException, IOException;

  /**
   * How much of a drill there is to be.
   *
   * @param unit what is counted, such as rounds or rows
   * @param least the form that every build holds: it ends within a minute
   * @param usual unless another is asked for
   * @param most the most that may be asked for
   */
  record Size(String unit, int least, int usual, int most) {}
}
