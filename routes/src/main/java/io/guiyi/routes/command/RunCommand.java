package io.guiyi.routes.command;

import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.config.HubConfig;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the hub until it is told to stop. */
@Command(
    name = "run",
    description = "Runs the hub until it is told to stop (Ctrl-C or SIGTERM).",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Mixin private final Places places = new Places();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    HubSettings settings = HubConfig.read(places.config(), places.data());
    PrintWriter err = spec.commandLine().getErr();
    Progress progress = new Progress(err, Clock.systemUTC());
    progress.step("starting on " + settings.data());
    try (StopSignal stop = StopSignal.listen()) {
      try (Hub hub = Hub.start(settings);
          Doorplate plate = Doorplate.hang(hub)) {
        plate.show(progress);
        if (hub.sources().isEmpty()) {
          progress.step("no source is enabled: edit config/sources/*.yaml, then start again");
        }
        stop.await();
        progress.step("stopping: the page and the entries under way are finished first");
      }
      progress.step("stopped");
    }
    return ExitCode.DONE;
  }
}
