package io.guiyi.routes.command;

import io.guiyi.routes.config.ConfigRefused;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The root of the command line, and the hub's main class. */
@Command(
    name = "guiyi",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Guiyi (归一): one verified record per migrant, and facts instead of paper.",
      "归一：一人一档，以核验代替纸质证明。"
    },
    subcommands = {
      RunCommand.class,
      StatusCommand.class,
      AlarmsCommand.class,
      CertificatesCommand.class,
      ConfigCommand.class,
      IndexCommand.class,
      QuarantineCommand.class,
      DeliveriesCommand.class,
      CasesCommand.class,
      ResolveCommand.class,
      RelinkCommand.class,
      SourcesCommand.class,
      EvaluateCommand.class,
      LinkCommand.class,
      TrainCommand.class,
      ExplainCommand.class,
    })
public final class Guiyi {
  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The hub's commands. */
  public static CommandLine commandLine() {
    return withCommands();
  }

  /** The hub's commands and these, under one root and one way to explain a failure. */
  public static CommandLine withCommands(CommandLine... more) {
    CommandLine root = new CommandLine(new Guiyi());
    for (CommandLine command : more) {
      root.addSubcommand(command);
    }
    return root.setExecutionExceptionHandler((failure, line, _) -> explain(failure, line.getErr()))
        .setParameterExceptionHandler((refusal, _) -> explain(refusal));
  }

  private static int explain(Exception failure, PrintWriter err) {
    if (failure instanceof ConfigRefused refused) {
      refused.faults().forEach(err::println);
      return ExitCode.USAGE;
    }
    err.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      err.println("  because: " + cause.getMessage());
    }
    if (Boolean.getBoolean("guiyi.trace")) {
      failure.printStackTrace(err);
    }
    return ExitCode.FAILED;
  }

  private static int explain(ParameterException refusal) {
    PrintWriter err = refusal.getCommandLine().getErr();
    err.println(refusal.getMessage());
    refusal.getCommandLine().usage(err);
    return ExitCode.USAGE;
  }
}
