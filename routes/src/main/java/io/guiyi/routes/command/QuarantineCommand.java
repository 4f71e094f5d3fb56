package io.guiyi.routes.command;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What concerns the rows that the running hub holds aside. */
@Command(
    name = "quarantine",
    description = "Lists, counts and replays the rows that the running hub holds aside.",
    mixinStandardHelpOptions = true)
final class QuarantineCommand {
  private static final String PATH = "/api/v1/quarantine";
  private static final List<String> KINDS =
      List.of("read", "new", "changed", "unchanged", "withdrawn", "stale", "quarantined");

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
  int list(
      @Mixin RunningHub hub,
      @Mixin Which which,
      @Option(
              names = "--after",
              paramLabel = "NUMBER",
              defaultValue = "0",
              description = "begin behind this row (default: ${DEFAULT-VALUE})")
          long after,
      @Option(
              names = "--limit",
              paramLabel = "ROWS",
              defaultValue = "100",
              description = "at most so many, 1 to 500 (default: ${DEFAULT-VALUE})")
          int limit,
      @Mixin Output output)
      throws InterruptedException {
    JsonNode answer =
        hub.get("%s?%s&after=%d&limit=%d".formatted(PATH, which.query(), after, limit));
    output.say(
        answer,
        out -> {
          answer.path("rows").forEach(row -> print(out, row));
          if (answer.has("next")) {
            output.err().println("more: --after " + answer.path("next").asLong());
          }
        });
    return ExitCode.DONE;
  }

  private static void print(PrintWriter out, JsonNode row) {
    out.printf(
        "%d  %s  %s  %s %s  %s%n",
        row.path("id").asLong(),
        row.path("source").asString(),
        row.path("position").asString(),
        row.path("reason").asString(),
        row.path("field").asString(),
        row.path("detail").asString());
  }

  /** Counts rows. */
  @Command(
      name = "counts",
      description = "Counts rows by source and reason, and by the day on which they came.",
      mixinStandardHelpOptions = true)
  int counts(@Mixin RunningHub hub, @Mixin Output output) throws InterruptedException {
    JsonNode answer = hub.get(PATH + "/counts");
    output.say(
        answer,
        out -> {
          answer.path("counts").forEach(count -> print(out, "all", count));
          answer.path("days").forEach(day -> print(out, day.path("day").asString(), day));
        });
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

  /** Tries rows once more. */
  @Command(
      name = "replay",
      description = {
        "Tries rows once more, after a mapping or a code list was mended.",
        "Twice in a row changes nothing more."
      },
      mixinStandardHelpOptions = true)
  int replay(@Mixin RunningHub hub, @Mixin Which which, @Mixin Output output)
      throws InterruptedException {
    Progress progress = output.progress();
    ObjectNode sums = JsonMapper.shared().createObjectNode();
    KINDS.forEach(kind -> sums.put(kind, 0));
    sums.put("resolved", 0);
    for (String source : sources(hub, which)) {
      replay(hub, which, source, sums, progress);
    }
    output.say(
        sums,
        out ->
            out.printf(
                "%d rows tried, %d understood, %d refused again%n",
                sums.path("read").asLong(),
                sums.path("resolved").asLong(),
                sums.path("quarantined").asLong()));
    return ExitCode.DONE;
  }

  /** The source that was named, or all that hold rows. */
  private List<String> sources(RunningHub hub, Which which) throws InterruptedException {
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

  private void replay(
      RunningHub hub, Which which, String source, ObjectNode sums, Progress progress)
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
