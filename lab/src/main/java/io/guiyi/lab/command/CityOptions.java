package io.guiyi.lab.command;

import io.guiyi.lab.population.PopulationSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which invented city a command plays. */
public final class CityOptions {
  @Option(
      names = "--people",
      defaultValue = "2000",
      paramLabel = "N",
      description = "how many residents (default: ${DEFAULT-VALUE})")
  private int people;

  @Option(
      names = "--seed",
      defaultValue = "7",
      paramLabel = "N",
      description = "the same seed gives the same city (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--faults",
      defaultValue = "1",
      paramLabel = "FACTOR",
      description = "multiplies every rate of error, 0 to 10 (default: ${DEFAULT-VALUE})")
  private double faults;

  /**
   * The city.
   *
   * @throws ParameterException if a bound is broken
   */
  public PopulationSettings settings(CommandSpec spec) {
    try {
      return new PopulationSettings(people, seed, faults);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }
}
