package io.guiyi.routes.command;

import io.guiyi.routes.Hub;
import io.guiyi.routes.HubSettings;
import io.guiyi.routes.config.HubConfig;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What concerns the candidate index, which is a view of the register. */
@Command(
    name = "index",
    description = "Work on the candidate index.",
    mixinStandardHelpOptions = true)
final class IndexCommand {
  /** Throws the index away and builds it from the register. */
  @Command(
      name = "rebuild",
      description = "Builds the index anew from the register; the hub must not be running.",
      mixinStandardHelpOptions = true)
  int rebuild(@Mixin Places places, @Mixin Output output) {
    HubSettings settings =
        HubConfig.read(places.config(), places.data()).withSources(List.of()).onFreePorts();
    Progress progress = output.progress();
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
    output.say(
        Map.of("records_indexed", members), out -> out.println(members + " records indexed"));
    return ExitCode.DONE;
  }
}
