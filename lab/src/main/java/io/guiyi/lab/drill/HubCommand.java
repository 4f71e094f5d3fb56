package io.guiyi.lab.drill;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command by which the hub under drill is started, again and again the same. */
final class HubCommand {
  /** The class that runs commands; named here because nothing but the command line is spoken. */
  private static final String MAIN = "io.guiyi.lab.command.GuiyiLab";

  private HubCommand() {}

  /** On this Java, with its options and more, but with none that watch it. */
  static List<String> of(DrillFolder folder, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-javaagent:") && !option.startsWith("-agentlib:"))
        .forEach(command::add);
    command.addAll(options);
    command.addAll(
        List.of(
            MAIN,
            "drill",
            "hub",
            "--config",
            folder.config().toString(),
            "--data",
            folder.data().toString()));
    return List.copyOf(command);
  }
}
