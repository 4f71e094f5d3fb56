package io.guiyi.lab.command;

import io.guiyi.lab.demo.Demo;
import io.guiyi.lab.demo.DemoResult;
import io.guiyi.lab.demo.Life;
import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.command.Doorplate;
import io.guiyi.routes.command.ExitCode;
import io.guiyi.routes.command.Places;
import io.guiyi.routes.command.Progress;
import io.guiyi.routes.command.StopSignal;
import io.guiyi.routes.config.HubConfig;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

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

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Places places;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CityOptions city;

  @Option(
      names = "--exit",
      description = "read every record once from the start, say what came of it, and end")
  private boolean exit;

  @Option(
      names = "--breakdown",
      description = "with --exit: show on stderr which pairs of records got lost, and why")
  private boolean breakdown;

  @Option(names = "--json", description = "end with one JSON object on the last line")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PopulationSettings people = city.settings(spec);
    HubSettings settings = HubConfig.read(places.config(), places.data());
    Progress progress = new Progress(spec.commandLine().getErr(), Clock.systemUTC());
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
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    if (result.counts().quarantined() > 0) {
      err.printf("%d rows were quarantined%n", result.counts().quarantined());
    }
    if (breakdown) {
      err.print(result.quality().table());
      err.flush();
    }
    List<String> broken = result.brokenBounds();
    broken.forEach(sentence -> err.println("bound broken: " + sentence));
    if (json) {
      out.println(JsonMapper.shared().writeValueAsString(result.figures()));
    } else {
      result.figures().forEach((name, value) -> out.printf("%-24s%s%n", name, value));
    }
    out.flush();
    return broken.isEmpty() ? ExitCode.DONE : ExitCode.BOUND_BROKEN;
  }
}
