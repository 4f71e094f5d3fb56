package io.guiyi.routes.command;

import io.guiyi.routes.link.Input;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The files of records that a command reads. */
public final class Inputs {
  private static final int MOST_THREADS = 256;

  @Option(
      names = "--input",
      paramLabel = "SOURCE=FILE",
      description = "a CSV file of a source of the model; as many as there are")
  private final List<String> written = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "how many threads work (default: as many as processors); changes no result")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  /** The files in the order in which they are named. */
  List<Input> files() {
    if (written.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Missing required option: '--input=SOURCE=FILE'");
    }
    try {
      return written.stream().map(Input::parse).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** How many threads may work. */
  int threads() {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new ParameterException(
          spec.commandLine(),
          "--threads is %d; write a number from 1 to %d".formatted(threads, MOST_THREADS));
    }
    return threads;
  }
}
