package io.guiyi.routes.command;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What concerns the rows that the running hub holds aside. */
@Command(
    name = "quarantine",
    description = "Lists, counts and replays the rows that the running hub holds aside.",
    mixinStandardHelpOptions = true,
    subcommands = {
      QuarantineCommand.ListRows.class,
      QuarantineCommand.Counts.class,
      QuarantineCommand.Replay.class
    })
final class QuarantineCommand implements Runnable {
  private static final String PATH = "/api/v1/quarantine";

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name what to do: list, counts or replay");
  }

  /** Which rows. */
  static final class Which {
    @Option(names = "--source", paramLabel = "NAME", description = "of this source")
    private @Nullable String source;

    @Option(names = "--reason", paramLabel = "REASON", description = "held for this reason")
    private @Nullable String reason;

    @Option(
        names = "--position",
        paramLabel = "TEXT",
        description = "whose position begins so, such as a file's name")
    private @Nullable String position;

    private String query() {
      List<String> pairs = new ArrayList<>();
      add(pairs, "source", source);
      add(pairs, "reason", reason);
      add(pairs, "position", position);
      return String.join("&", pairs);
    }

    private static void add(List<String> pairs, String key, @Nullable String value) {
      if (value != null) {
        pairs.add(key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
  }

  /** Shows rows: why and where, never what they hold. */
  @Command(
      name = "list",
      description = "Lists rows, oldest first: number, source, position, reason, detail.",
      mixinStandardHelpOptions = true)
  static final class ListRows implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Places places;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Which which;

    @Option(
        names = "--after",
        paramLabel = "NUMBER",
        defaultValue = "0",
        description = "begin behind this row (default: ${DEFAULT-VALUE})")
    private long after;

    @Option(
        names = "--limit",
        paramLabel = "ROWS",
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
      JsonNode answer =
          new RunningHub(places)
              .get("%s?%s&after=%d&limit=%d".formatted(PATH, which.query(), after, limit));
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(answer);
        return ExitCode.DONE;
      }
      for (JsonNode row : answer.path("rows")) {
        out.printf(
            "%d  %s  %s  %s %s  %s%n",
            row.path("id").asLong(),
            row.path("source").asString(),
            row.path("position").asString(),
            row.path("reason").asString(),
            row.path("field").asString(),
            row.path("detail").asString());
      }
      if (answer.has("next")) {
        spec.commandLine().getErr().println("more: --after " + answer.path("next").asLong());
      }
      return ExitCode.DONE;
    }
  }

  /** Counts rows. */
  @Command(
      name = "counts",
      description = "Counts rows by source and reason, and by the day on which they came.",
      mixinStandardHelpOptions = true)
  static final class Counts implements Callable<Integer> {
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
      JsonNode answer = new RunningHub(places).get(PATH + "/counts");
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(answer);
        return ExitCode.DONE;
      }
      answer.path("counts").forEach(count -> print(out, "all", count));
      answer.path("days").forEach(day -> print(out, day.path("day").asString(), day));
      return ExitCode.DONE;
    }

    private static void print(PrintWriter out, String when, JsonNode count) {
      out.printf(
          "%-10s  %6d  %s  %s%n",
          when,
          count.path("rows").asLong(),
          count.path("source").asString(),
          count.path("reason").asString());
    }
  }

  /** Tries rows once more. */
  @Command(
      name = "replay",
      description = {
        "Tries rows once more, after a mapping or a code list was mended.",
        "Twice in a row changes nothing more."
      },
      mixinStandardHelpOptions = true)
  static final class Replay implements Callable<Integer> {
    private static final List<String> KINDS =
        List.of("read", "new", "changed", "unchanged", "withdrawn", "stale", "quarantined");

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Places places;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Which which;

    @Option(names = "--json", description = "end with one JSON object on the last line")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      RunningHub hub = new RunningHub(places);
      Progress progress = new Progress(spec.commandLine().getErr(), Clock.systemUTC());
      ObjectNode sums = JsonMapper.shared().createObjectNode();
      KINDS.forEach(kind -> sums.put(kind, 0));
      sums.put("resolved", 0);
      for (String source : sources(hub)) {
        replay(hub, source, sums, progress);
      }
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(sums);
      } else {
        out.printf(
            "%d rows tried, %d understood, %d refused again%n",
            sums.path("read").asLong(),
            sums.path("resolved").asLong(),
            sums.path("quarantined").asLong());
      }
      return ExitCode.DONE;
    }

    /** The source that was named, or all that hold rows. */
    private List<String> sources(RunningHub hub) throws InterruptedException {
      if (which.source != null) {
        return List.of(which.source);
      }
      List<String> sources = new ArrayList<>();
      for (JsonNode count : hub.get(PATH + "/counts").path("counts")) {
        String source = count.path("source").asString();
        if (!sources.contains(source)) {
          sources.add(source);
        }
      }
      return sources;
    }

    private void replay(RunningHub hub, String source, ObjectNode sums, Progress progress)
        throws InterruptedException {
      ObjectNode order = JsonMapper.shared().createObjectNode();
      order.put("source", source);
      order.put("reason", which.reason);
      order.put("position", which.position);
      JsonNode answer;
      do {
        answer = hub.post(PATH + "/replay", order);
        JsonNode rows = answer.path("rows");
        KINDS.forEach(kind -> add(sums, kind, rows.path(kind).asLong()));
        add(sums, "resolved", answer.path("resolved").asLong());
        order.put("after", answer.path("next").asLong(0));
        progress.count(
            () -> "%s: %d rows tried so far".formatted(source, sums.path("read").asLong()));
      } while (answer.has("next"));
    }

    private static void add(ObjectNode sums, String kind, long more) {
      sums.put(kind, sums.path(kind).asLong() + more);
    }
  }
}
