package io.guiyi.lab.command;

import io.guiyi.lab.demo.Demo;
import io.guiyi.lab.demo.DemoResult;
import io.guiyi.lab.demo.Life;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.command.Doorplate;
import io.guiyi.routes.command.ExitCode;
import io.guiyi.routes.command.Output;
import io.guiyi.routes.command.Places;
import io.guiyi.routes.command.Progress;
import io.guiyi.routes.command.StopSignal;
import io.guiyi.routes.config.HubConfig;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays a whole city against a real hub. */
@Command(
    name = "demo",
    description = {
      "Plays a whole city against a real hub: invented departments, real database and broker.",
      "Without --exit it stays up, goes on producing changes, and prints where to look."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final Duration PULL_EVERY = Duration.ofSeconds(1);

  @Mixin private final Places places = new Places();
  @Mixin private final CityOptions city = new CityOptions();
  @Mixin private final Output output = new Output();

  @Option(
      names = "--exit",
      description = "read every record once from the start, say what came of it, and end")
  private boolean exit;

  @Option(
      names = "--breakdown",
      description = "with --exit: show on stderr which pairs of records got lost, and why")
  private boolean breakdown;

  @Override
  public Integer call() throws InterruptedException {
    PopulationSettings people = city.settings();
    HubSettings settings = HubConfig.read(places.config(), places.data());
    Progress progress = output.progress();
    return exit ? readOnce(people, settings, progress) : stayUp(people, settings, progress);
  }

  private int readOnce(PopulationSettings people, HubSettings settings, Progress progress) {
    DemoResult result;
    try (Demo demo =
        Demo.start(people, settings.onFreePorts(), Duration.ZERO, Clock.systemUTC(), progress)) {
      // Ctrl-C must leave neither a database nor the departments' rows behind.
      Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "stop-demo"));
      result = demo.readEverythingOnce();
    }
    return report(result);
  }

  private int stayUp(PopulationSettings people, HubSettings settings, Progress progress)
      throws InterruptedException {
    try (StopSignal stop = StopSignal.listen()) {
      try (Demo demo = Demo.start(people, settings, PULL_EVERY, Clock.systemUTC(), progress);
          Doorplate plate = Doorplate.hang(demo.hub());
          Life _ = Life.goesOn(demo.city().changes(Clock.systemUTC()), progress)) {
        plate.show(progress);
        progress.step("Ctrl-C ends the demo");
        stop.await();
      }
      progress.step("stopped");
    }
    return ExitCode.DONE;
  }

  private int report(DemoResult result) {
    PrintWriter err = output.err();
    if (result.counts().quarantined() > 0) {
      err.printf("%d rows were quarantined%n", result.counts().quarantined());
    }
    if (breakdown) {
      err.print(result.quality().table());
      err.flush();
    }
    return output.report(result.figures(), result.brokenBounds());
  }
}
