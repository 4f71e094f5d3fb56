package io.guiyi.routes.command;

import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.config.HubConfig;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** What concerns the candidate index, which is a view of the register. */
@Command(
    name = "index",
    description = "Work on the candidate index.",
    mixinStandardHelpOptions = true,
    subcommands = IndexCommand.Rebuild.class)
final class IndexCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name what to do: rebuild");
  }

  /** Throws the index away and builds it from the register. */
  @Command(
      name = "rebuild",
      description = "Builds the index anew from the register; the hub must not be running.",
      mixinStandardHelpOptions = true)
  static final class Rebuild implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Places places;

    @Option(names = "--json", description = "end with one JSON object on the last line")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
      HubSettings settings =
          HubConfig.read(places.config(), places.data()).withSources(List.of()).onFreePorts();
      Progress progress = new Progress(spec.commandLine().getErr(), Clock.systemUTC());
      progress.step("building the index in " + settings.register().index());
      long members;
      try (Hub hub = Hub.start(settings)) {
        // Ctrl-C must not leave the database running.
        Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "stop-hub"));
        members =
            hub.rebuildIndex(
                (step, records) -> progress.count(() -> step + ": " + records + " records"));
      }
      progress.step(members + " records are indexed");
      if (json) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("records_indexed", members);
        spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(result));
      } else {
        spec.commandLine().getOut().println(members + " records indexed");
      }
      return ExitCode.DONE;
    }
  }
}
