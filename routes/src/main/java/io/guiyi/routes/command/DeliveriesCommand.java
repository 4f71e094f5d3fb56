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

/** What concerns the complete deliveries that the running hub has met. */
@Command(
    name = "deliveries",
    description = "Lists the complete deliveries of the running hub, and rules on held ones.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DeliveriesCommand.ListThem.class,
      DeliveriesCommand.Release.class,
      DeliveriesCommand.Refuse.class
    })
final class DeliveriesCommand implements Runnable {
  private static final String PATH = "/api/v1/deliveries";

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name what to do: list, release or refuse");
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

  /** Shows the latest deliveries. */
  @Command(
      name = "list",
      description = "Lists complete deliveries, latest first.",
      mixinStandardHelpOptions = true)
  static final class ListThem implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Places places;

    @Option(
        names = "--limit",
        paramLabel = "DELIVERIES",
        defaultValue = "100",
        description = "at most so many, 1 to 500 (default: ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--json", description = "end with one JSON object on the last line")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      JsonNode answer = new RunningHub(places).get(PATH + "?limit=" + limit);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(answer);
      } else {
        answer.path("deliveries").forEach(delivery -> print(out, delivery));
      }
      return ExitCode.DONE;
    }
  }

  /** An operator's word about one delivery. */
  static final class Word {
    @Parameters(index = "0", paramLabel = "ID", description = "the delivery's number")
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

    private int give(String verb, Places places, CommandSpec spec) throws InterruptedException {
      JsonNode answer =
          new RunningHub(places)
              .post(
                  "%s/%d/%s".formatted(PATH, id, verb),
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

  /** Lets a held delivery in. */
  @Command(
      name = "release",
      description = "Lets the rows of a held delivery be applied by the next pull.",
      mixinStandardHelpOptions = true)
  static final class Release implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Places places;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Word word;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      return word.give("release", places, spec);
    }
  }

  /** Has a held delivery passed over. */
  @Command(
      name = "refuse",
      description = "Has a held delivery passed over; the department delivers a corrected one.",
      mixinStandardHelpOptions = true)
  static final class Refuse implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Places places;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Word word;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      return word.give("refuse", places, spec);
    }
  }
}
