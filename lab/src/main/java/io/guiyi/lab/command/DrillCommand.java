package io.guiyi.lab.command;

import io.guiyi.lab.drill.DrillResult;
import io.guiyi.lab.drill.DrilledHub;
import io.guiyi.lab.drill.KillDrill;
import io.guiyi.lab.drill.KillPlan;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.command.ExitCode;
import io.guiyi.routes.command.Places;
import io.guiyi.routes.command.Progress;
import io.guiyi.routes.config.HubConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Does to a hub what it must survive. */
@Command(
    name = "drill",
    description = "Does to a hub what it must survive, and counts what was lost.",
    mixinStandardHelpOptions = true,
    subcommands = {DrillCommand.Kill.class, DrillCommand.DrilledProcess.class})
final class DrillCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "name what to do: " + String.join(", ", spec.subcommands().keySet()));
  }

  /** Kills a hub again and again while it pulls. */
  @Command(
      name = "kill",
      description = {
        "Kills a hub with SIGKILL at random points of a pull, in turn alone and with its",
        "PostgreSQL; starts it again by the same command; in the end nothing may be lost, nobody",
        "doubled and nothing delivered twice. Works in the folder drill below --data."
      },
      mixinStandardHelpOptions = true)
  static final class Kill implements Callable<Integer> {
    private static final Duration RESUME_WITHIN = Duration.ofSeconds(30);

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Places places;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CityOptions city;

    @Option(
        names = "--rounds",
        defaultValue = "20",
        paramLabel = "N",
        description = "how many kills (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--json", description = "end with one JSON object on the last line")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, IOException {
      if (rounds < 1 || rounds > KillPlan.ROUNDS_MAX) {
        throw new ParameterException(
            spec.commandLine(),
            "--rounds is %d; give 1 to %d".formatted(rounds, KillPlan.ROUNDS_MAX));
      }
      PrintWriter err = spec.commandLine().getErr();
      KillDrill.Orders orders =
          new KillDrill.Orders(
              city.settings(spec),
              rounds,
              places.config(),
              places.data(),
              RESUME_WITHIN,
              List.of());
      Clock clock = Clock.systemUTC();
      return report(KillDrill.hold(orders, clock, new Progress(err, clock)));
    }

    private int report(DrillResult result) {
      PrintWriter out = spec.commandLine().getOut();
      List<String> broken = result.brokenBounds();
      broken.forEach(sentence -> spec.commandLine().getErr().println("bound broken: " + sentence));
      if (json) {
        out.println(JsonMapper.shared().writeValueAsString(result.figures()));
      } else {
        result.figures().forEach((name, value) -> out.printf("%-28s%s%n", name, value));
      }
      out.flush();
      return broken.isEmpty() ? ExitCode.DONE : ExitCode.BOUND_BROKEN;
    }
  }

  /** The process that is killed. It ends by itself when its standard input does. */
  @Command(
      name = "hub",
      hidden = true,
      description = "The hub of a drill: pulls from where it stands and says how far it has come.")
  static final class DrilledProcess implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Places places;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      PrintWriter out = spec.commandLine().getOut();
      CountDownLatch ended = new CountDownLatch(1);
      Thread.ofPlatform().name("drill-input").daemon().start(() -> readOut(System.in, ended));
      HubSettings settings = HubConfig.read(places.config(), places.data());
      try (DrilledHub _ = DrilledHub.start(settings, line -> print(out, line))) {
        ended.await();
      }
      return ExitCode.DONE;
    }

    private static void print(PrintWriter out, String line) {
      out.println(line);
      out.flush();
    }

    private static void readOut(InputStream input, CountDownLatch ended) {
      try {
        input.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        // Nobody is there any more: the same as an end.
      }
      ended.countDown();
    }
  }
}
