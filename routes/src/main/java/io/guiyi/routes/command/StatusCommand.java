package io.guiyi.routes.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Asks the running hub how it is. */
@Command(
    name = "status",
    description = "Shows the state of the running hub: sources, persons, feeds, quarantine.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Places places;

  @Option(names = "--json", description = "end with one JSON object on the last line")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    show(new RunningHub(places).get("/api/v1/status"));
    return ExitCode.DONE;
  }

  private void show(JsonNode status) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(status);
    } else {
      out.println(
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(status));
    }
  }
}
