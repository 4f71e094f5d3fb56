package io.guiyi.routes.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators are told about the sources. */
@Command(
    name = "alarms",
    description = "Lists the open alarms of the running hub, and takes an operator's word.",
    mixinStandardHelpOptions = true,
    subcommands = {AlarmsCommand.ListThem.class, AlarmsCommand.Accept.class})
final class AlarmsCommand implements Runnable {
  private static final String PATH = "/api/v1/alarms";

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name what to do: list or accept");
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

  /** Shows the open alarms. */
  @Command(
      name = "list",
      description = "Lists the open alarms, the longest raised first.",
      mixinStandardHelpOptions = true)
  static final class ListThem implements Callable<Integer> {
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
      JsonNode answer = new RunningHub(places).get(PATH);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(answer);
      } else {
        answer.path("alarms").forEach(alarm -> print(out, alarm));
      }
      return ExitCode.DONE;
    }
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
  static final class Accept implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Places places;

    @Parameters(index = "0", paramLabel = "ID", description = "the alarm's number")
    private long id;

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "why, 1 to 200 characters; stands in the audit log")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String reason;

    @Option(names = "--json", description = "end with one JSON object on the last line")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      JsonNode answer =
          new RunningHub(places)
              .post(
                  "%s/%d/accept".formatted(PATH, id),
                  JsonMapper.shared().createObjectNode().put("reason", reason));
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(answer);
      } else {
        print(out, answer);
      }
      return ExitCode.DONE;
    }
  }
}
