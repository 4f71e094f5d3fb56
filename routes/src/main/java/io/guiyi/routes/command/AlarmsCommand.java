package io.guiyi.routes.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** What operators are told about the sources. */
@Command(
    name = "alarms",
    description = "Lists the open alarms of the running hub, and takes an operator's word.",
    mixinStandardHelpOptions = true)
final class AlarmsCommand {
  private static final String PATH = "/api/v1/alarms";

  /** Shows the open alarms. */
  @Command(
      name = "list",
      description = "Lists the open alarms, the longest raised first.",
      mixinStandardHelpOptions = true)
  int list(@Mixin RunningHub hub, @Mixin Output output) throws InterruptedException {
    JsonNode answer = hub.get(PATH);
    output.say(answer, out -> answer.path("alarms").forEach(alarm -> print(out, alarm)));
    return ExitCode.DONE;
  }

  /** Takes an operator's word. */
  @Command(
      name = "accept",
      description = {
        "Accepts an alarm. One about columns or values is over then: what the source sends since"
            + " is",
        "the new normal. Any other stays until its cause is gone, and is known to be looked after."
      },
      mixinStandardHelpOptions = true)
  int accept(@Mixin RunningHub hub, @Mixin Word word, @Mixin Output output)
      throws InterruptedException {
    JsonNode answer = word.give(hub, PATH, "accept");
    output.say(answer, out -> print(out, answer));
    return ExitCode.DONE;
  }

  private static void print(PrintWriter out, JsonNode alarm) {
    out.printf(
        "%d  %s  %s (%s)  %s%s  since %s%s%n",
        alarm.path("id").asLong(),
        alarm.path("source").asString(),
        alarm.path("kind").asString(),
        alarm.path("chinese").asString(),
        alarm.path("subject").asString().isEmpty() ? "" : alarm.path("subject").asString() + ": ",
        alarm.path("detail").asString(),
        alarm.path("raisedAt").asString(),
        alarm.has("accepted")
            ? "  accepted: " + alarm.path("accepted").path("reason").asString()
            : "");
  }
}
