package io.guiyi.lab.command;

import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.profile.Profile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
      names = {"--fault-scale", "--faults", "--error-rate"},
      defaultValue = "1",
      paramLabel = "FACTOR",
      description = "multiplies every rate of error, 0 to 10 (default: ${DEFAULT-VALUE})")
  private double faults;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description =
          "YAML file of what differs from the usual city: who lives there, rates of error")
  private @Nullable Path profile;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before settings()
  private CommandSpec spec;

  /**
   * The city.
   *
   * @throws ParameterException if a bound is broken
   * @throws io.guiyi.routes.config.ConfigRefused with every fault of the profile
   */
  public PopulationSettings settings() {
    Profile chosen = profile == null ? Profile.cixi() : Profile.read(profile);
    try {
      return new PopulationSettings(
          people, seed, faults, PopulationSettings.USUAL_REFERENCE_DAY, chosen);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }
}
