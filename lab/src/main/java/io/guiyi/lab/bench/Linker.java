package io.guiyi.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The hub's own engine, as a command.
 *
 * @param command what is run, such as the path of the launcher
 * @param models folder of the models
 * @param threads how many it may use; 0 leaves that to it
 * @param processes measures it
 */
public record Linker(List<String> command, Path models, int threads, MeasuredProcess processes) {

  /**
   * Links, and trains first if the model is a YAML file.
   *
   * @param model a model
   * @param out folder for what it writes; {@code clusters.csv} stands there afterwards
   */
  Spending link(Path model, Prepared prepared, Path out) throws IOException, InterruptedException {
    Files.createDirectories(out);
    List<String> arguments = arguments("link", model, prepared);
    arguments.addAll(List.of("--out", out.toString()));
    return processes.run(arguments, out.resolve("link.log"));
  }

  /** Trains a model. */
  Spending train(Path model, Prepared prepared, Path trained)
      throws IOException, InterruptedException {
    List<String> arguments = arguments("train", model, prepared);
    arguments.addAll(List.of("--out", trained.toString()));
    return processes.run(arguments, trained.resolveSibling("train.log"));
  }

  private List<String> arguments(String verb, Path model, Prepared prepared) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of(verb, "--model", model.toString()));
    for (Prepared.Input input : prepared.inputs()) {
      arguments.addAll(List.of("--input", input.source() + "=" + input.file()));
    }
    if (threads > 0) {
      arguments.addAll(List.of("--threads", Integer.toString(threads)));
    }
    return arguments;
  }
}
