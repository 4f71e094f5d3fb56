package io.guiyi.routes.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What concerns the complete deliveries that the running hub has met. */
@Command(
    name = "deliveries",
    description = "Lists the complete deliveries of the running hub, and rules on held ones.",
    mixinStandardHelpOptions = true)
final class DeliveriesCommand {
  private static final String PATH = "/api/v1/deliveries";

  /** Shows the latest deliveries. */
  @Command(
      name = "list",
      description = "Lists complete deliveries, latest first.",
      mixinStandardHelpOptions = true)
  int list(
      @Mixin RunningHub hub,
      @Option(
              names = "--limit",
              paramLabel = "DELIVERIES",
              defaultValue = "100",
              description = "at most so many, 1 to 500 (default: ${DEFAULT-VALUE})")
          int limit,
      @Mixin Output output)
      throws InterruptedException {
    JsonNode answer = hub.get(PATH + "?limit=" + limit);
    output.say(answer, out -> answer.path("deliveries").forEach(each -> print(out, each)));
    return ExitCode.DONE;
  }

  /** Lets a held delivery in. */
  @Command(
      name = "release",
      description = "Lets the rows of a held delivery be applied by the next pull.",
      mixinStandardHelpOptions = true)
  int release(@Mixin RunningHub hub, @Mixin Word word, @Mixin Output output)
      throws InterruptedException {
    return say(word.give(hub, PATH, "release"), output);
  }

  /** Has a held delivery passed over. */
  @Command(
      name = "refuse",
      description = "Has a held delivery passed over; the department delivers a corrected one.",
      mixinStandardHelpOptions = true)
  int refuse(@Mixin RunningHub hub, @Mixin Word word, @Mixin Output output)
      throws InterruptedException {
    return say(word.give(hub, PATH, "refuse"), output);
  }

  private static int say(JsonNode delivery, Output output) {
    output.say(delivery, out -> print(out, delivery));
    return ExitCode.DONE;
  }

  private static void print(PrintWriter out, JsonNode delivery) {
    out.printf(
        "%d  %s  %s  %s  %d rows, %d present before%s%n",
        delivery.path("id").asLong(),
        delivery.path("source").asString(),
        delivery.path("name").asString(),
        delivery.path("standing").asString(),
        delivery.path("rows").asLong(),
        delivery.path("presentBefore").asLong(),
        delivery.path("absencesKept").asBoolean() ? ", absences not withdrawn" : "");
  }
}
