package io.guiyi.lab.command;

import io.guiyi.lab.drill.DrillResult;
import io.guiyi.lab.drill.DrilledHub;
import io.guiyi.lab.drill.KillDrill;
import io.guiyi.lab.drill.KillPlan;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.command.ExitCode;
import io.guiyi.routes.command.Output;
import io.guiyi.routes.command.Places;
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

/** Does to a hub what it must survive. */
@Command(
    name = "drill",
    description = "Does to a hub what it must survive, and counts what was lost.",
    mixinStandardHelpOptions = true,
    subcommands = {DrillCommand.Kill.class, DrillCommand.DrilledProcess.class})
final class DrillCommand {
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

    @Mixin private final Places places = new Places();
    @Mixin private final CityOptions city = new CityOptions();
    @Mixin private final Output output = new Output();

    @Option(
        names = "--rounds",
        defaultValue = "20",
        paramLabel = "N",
        description = "how many kills (default: ${DEFAULT-VALUE})")
    private int rounds;

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
      KillDrill.Orders orders =
          new KillDrill.Orders(
              city.settings(), rounds, places.config(), places.data(), RESUME_WITHIN, List.of());
      DrillResult result = KillDrill.hold(orders, Clock.systemUTC(), output.progress());
      return output.report(result.figures(), result.brokenBounds());
    }
  }

  /** The process that is killed. It ends by itself when its standard input does. */
  @Command(
      name = "hub",
      hidden = true,
      description = "The hub of a drill: pulls from where it stands and says how far it has come.")
  static final class DrilledProcess implements Callable<Integer> {
    @Mixin private final Places places = new Places();

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
