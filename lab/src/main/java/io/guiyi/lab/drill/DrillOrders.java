package io.guiyi.lab.drill;

import io.guiyi.routes.command.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * What is to be done in a drill.
 *
 * @param size how much, in the drill's own unit
 * @param source which source to strike; empty if the drill leaves no choice
 * @param seed draws the moments and the rows; the same seed draws the same
 * @param config the operator's configuration folder
 * @param data the drill is held in the folder {@code drill} below it
 * @param options of the Java machines that the drill starts, besides those of this one
 * @param clock what time it is
 * @param progress is told how far the drill is
 */
public record DrillOrders(
    int size,
    String source,
    long seed,
    Path config,
    Path data,
    List<String> options,
    Clock clock,
    Progress progress) {
  /** Copies the list. */
  public DrillOrders {
    options = List.copyOf(options);
  }

  /** The folder of one drill. */
  Path folder(Drill drill) {
    return data.resolve("drill").resolve(drill.name());
  }
}
