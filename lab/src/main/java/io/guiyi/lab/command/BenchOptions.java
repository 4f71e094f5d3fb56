package io.guiyi.lab.command;

import io.guiyi.lab.bench.ArenaSettings;
import io.guiyi.lab.bench.Contest;
import io.guiyi.lab.bench.LinkBench;
import io.guiyi.lab.bench.Linker;
import io.guiyi.lab.bench.MeasuredProcess;
import io.guiyi.lab.population.profile.Profile;
import io.guiyi.routes.command.Places;
import io.guiyi.routes.command.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** On what is measured, and who links. */
final class BenchOptions {
  private static final Duration PATIENCE = Duration.ofHours(1);

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "folder of febrl3.csv, febrl4a.csv, febrl4b.csv, historical_50k.csv")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path data;

  @Option(
      names = "--work",
      defaultValue = "var/bench",
      paramLabel = "DIR",
      description = "folder to work in (default: ${DEFAULT-VALUE})")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path work;

  @Option(
      names = "--seed",
      defaultValue = "20261122",
      paramLabel = "N",
      description =
          "decides the order of rows and who lives in the cities; give one that nobody"
              + " has tuned on (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "febrl3, febrl4, historical_50k, scaled, city, city-doubled, million")
  private List<String> only = List.of();

  @Option(
      names = "--rows",
      defaultValue = "1000000",
      paramLabel = "N",
      description = "records of the scaled set (default: ${DEFAULT-VALUE})")
  private int rows;

  @Option(
      names = "--people",
      defaultValue = "100000",
      paramLabel = "N",
      description = "people of the city (default: ${DEFAULT-VALUE})")
  private int people;

  @Option(
      names = "--people-most",
      defaultValue = "1000000",
      paramLabel = "N",
      description = "people of the large city (default: ${DEFAULT-VALUE})")
  private int peopleMost;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "YAML file of what differs from the usual city, for both cities")
  private @Nullable Path profile;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "folder of the models (default: config/matching beside the launcher)")
  private @Nullable Path models;

  @Option(
      names = "--threads",
      defaultValue = "0",
      paramLabel = "N",
      description = "threads of the engines; 0 leaves that to them (default: ${DEFAULT-VALUE})")
  private int threads;

  @Option(
      names = "--linker",
      paramLabel = "FILE",
      description = "what is run with link and train (default: the launcher guiyi itself)")
  private @Nullable Path linker;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  /**
   * Those that were asked for.
   *
   * @throws ParameterException if a name is none of theirs
   */
  List<Contest> contests(List<Contest> held) {
    String titles = String.join(", ", held.stream().map(Contest::title).toList());
    for (String title : only) {
      if (held.stream().noneMatch(contest -> contest.title().equals(title))) {
        throw new ParameterException(
            spec.commandLine(), "--only knows no '%s'; it knows %s".formatted(title, titles));
      }
    }
    return held.stream()
        .filter(contest -> only.isEmpty() || only.contains(contest.title()))
        .toList();
  }

  /** Threads of the engines. */
  int threads() {
    return threads;
  }

  /** The folder of the launcher. */
  Path home() {
    return Places.home().toAbsolutePath().normalize();
  }

  /**
   * On what is measured.
   *
   * @throws ParameterException if a bound is broken
   */
  ArenaSettings arena() {
    Profile chosen = profile == null ? Profile.cixi() : Profile.read(profile);
    try {
      return new ArenaSettings(
          data.toAbsolutePath(), work.toAbsolutePath(), seed, rows, people, peopleMost, chosen);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  /** Measures processes. */
  MeasuredProcess processes() {
    return new MeasuredProcess(PATIENCE);
  }

  /** The bench of the hub's own engine. */
  LinkBench bench(ArenaSettings settings, Progress progress) {
    Path command = linker == null ? home().resolve("guiyi") : linker.toAbsolutePath();
    Path folder = models == null ? home().resolve("config/matching") : models.toAbsolutePath();
    return new LinkBench(
        settings, new Linker(List.of(command.toString()), folder, threads, processes()), progress);
  }
}
