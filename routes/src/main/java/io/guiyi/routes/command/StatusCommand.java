package io.guiyi.routes.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Asks the running hub how it is. */
@Command(
    name = "status",
    description = "Shows the state of the running hub: sources, persons, feeds, quarantine.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Mixin private final RunningHub hub = new RunningHub();
  @Mixin private final Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    JsonNode status = hub.get("/api/v1/status");
    output.say(status, out -> out.println(status.toPrettyString()));
    return ExitCode.DONE;
  }
}
