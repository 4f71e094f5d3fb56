package io.guiyi.lab.command;

import io.guiyi.lab.drill.Drills;
import io.guiyi.routes.command.Guiyi;
import picocli.CommandLine;

/** The command line with the lab's commands beside the hub's. */
public final class GuiyiLab {
  private GuiyiLab() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The hub's command line and the lab's commands. */
  public static CommandLine commandLine() {
    CommandLine drills = new CommandLine(new DrillCommand());
    Drills.all().forEach(drill -> drills.addSubcommand(HoldCommand.of(drill)));
    return Guiyi.withCommands(
        new CommandLine(new DemoCommand()),
        new CommandLine(new PopulationCommand()),
        new CommandLine(new BenchCommand()),
        drills);
  }
}
