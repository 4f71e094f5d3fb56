package io.guiyi.lab.command;

import io.guiyi.lab.drill.Drill;
import io.guiyi.lab.drill.DrillOrders;
import io.guiyi.lab.drill.DrillReport;
import io.guiyi.routes.command.Output;
import io.guiyi.routes.command.Places;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds one drill; each drill is a command of its own. */
@Command(mixinStandardHelpOptions = true)
final class HoldCommand implements Callable<Integer> {
  private final Drill drill;

  @Mixin private final Places places = new Places();
  @Mixin private final Output output = new Output();

  @Option(names = "--size", paramLabel = "N", description = "how much of it")
  private @Nullable Integer size;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "which source to strike, where the drill leaves a choice")
  private @Nullable String source;

  @Option(
      names = "--seed",
      defaultValue = "7",
      paramLabel = "N",
      description = "draws moments and rows (default: ${DEFAULT-VALUE})")
  private long seed;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  private HoldCommand(Drill drill) {
    this.drill = drill;
  }

  /** The command of {@code drill}. */
  static CommandLine of(Drill drill) {
    CommandLine line = new CommandLine(new HoldCommand(drill));
    Drill.Size size = drill.size();
    line.getCommandSpec().name(drill.name());
    line.getCommandSpec().usageMessage().description(drill.description().toArray(String[]::new));
    line.getCommandSpec()
        .usageMessage()
        .footer(
            "--size counts %s, 1 to %d; %d unless given, %d in every build."
                .formatted(size.unit(), size.most(), size.usual(), size.least()),
            drill.sources().isEmpty()
                ? ""
                : "--source is one of %s.".formatted(String.join(", ", drill.sources())));
    return line;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    int asked = size == null ? drill.size().usual() : size;
    if (asked < 1 || asked > drill.size().most()) {
      throw new ParameterException(
          spec.commandLine(),
          "--size is %d; give 1 to %d %s"
              .formatted(asked, drill.size().most(), drill.size().unit()));
    }
    DrillOrders orders =
        new DrillOrders(
            asked,
            chosen(),
            seed,
            places.config(),
            places.data(),
            List.of(),
            Clock.systemUTC(),
            output.progress());
    DrillReport report = drill.hold(orders);
    return output.report(report.figures(), report.brokenBounds());
  }

  private String chosen() {
    List<String> choice = drill.sources();
    if (source != null && !choice.contains(source)) {
      throw new ParameterException(
          spec.commandLine(),
          choice.isEmpty()
              ? "--source: this drill leaves no choice"
              : "--source is %s; give one of %s".formatted(source, choice));
    }
    return source == null ? choice.stream().findFirst().orElse("") : source;
  }
}
