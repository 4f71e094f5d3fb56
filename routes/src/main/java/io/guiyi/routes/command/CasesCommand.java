package io.guiyi.routes.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The questions that the machine leaves to stewards, and what stewards decide. */
@Command(
    name = "cases",
    description = {
      "Lists and shows the review cases of the running hub, decides them and takes decisions back.",
      "待核案件：列出、查看、裁决、撤销。"
    },
    mixinStandardHelpOptions = true)
final class CasesCommand {
  private static final String PATH = "/api/v1/cases";
  private static final String DECISIONS = PATH + "/decisions";

  /** Who decides, and why. */
  static final class Signed {
    @Option(
        names = "--by",
        paramLabel = "NAME",
        description = "the steward's account, 1 to 100 characters")
    private @Nullable String by;

    @Option(
        names = "--reason",
        paramLabel = "TEXT",
        description = "why, 1 to 500 characters without personal values; is kept")
    private @Nullable String reason;

    private void sign(ObjectNode order) {
      order.put("by", by);
      order.put("reason", reason);
    }
  }

  /** Shows the open cases. */
  @Command(
      name = "list",
      description = "Lists the open cases, oldest first.",
      mixinStandardHelpOptions = true)
  int list(
      @Mixin RunningHub hub,
      @Option(names = "--trigger", paramLabel = "TRIGGER", description = "raised by this only")
          @Nullable String trigger,
      @Option(names = "--after", paramLabel = "CASE", description = "begin behind this case")
          @Nullable String after,
      @Option(
              names = "--limit",
              paramLabel = "CASES",
              defaultValue = "50",
              description = "at most so many, 1 to 200 (default: ${DEFAULT-VALUE})")
          int limit,
      @Mixin Output output)
      throws InterruptedException {
    List<String> pairs = new ArrayList<>(List.of("limit=" + limit));
    add(pairs, "trigger", trigger);
    add(pairs, "after", after);
    JsonNode answer = hub.get(PATH + "?" + String.join("&", pairs));
    output.say(
        answer,
        out -> {
          answer.path("cases").forEach(line -> CaseWords.line(out, line));
          if (answer.has("next")) {
            output.err().println("more: --after " + answer.path("next").asString());
          }
        });
    return ExitCode.DONE;
  }

  private static void add(List<String> pairs, String key, @Nullable String value) {
    if (value != null) {
      pairs.add(key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  /** Shows a case, or persons with their records. */
  @Command(
      name = "show",
      description = {
        "Shows a case with its evidence, or one or two persons with their records; masked.",
        "The last line is what a decision hands in as --seen."
      },
      mixinStandardHelpOptions = true)
  int show(
      @Mixin RunningHub hub,
      @Parameters(
              arity = "1..2",
              paramLabel = "CASE|PERSON",
              description = "a case such as C-000451; or one or two persons")
          List<String> ids,
      @Mixin Output output)
      throws InterruptedException {
    if (ids.getFirst().startsWith("C-") && ids.size() == 1) {
      JsonNode answer = hub.get(PATH + "/" + segment(ids.getFirst()));
      output.say(answer, out -> CaseWords.shown(out, answer));
      return ExitCode.DONE;
    }
    String with = ids.size() == 1 ? "" : "?with=" + segment(ids.getLast());
    JsonNode answer =
        hub.get("/api/v1/persons/%s/records%s".formatted(segment(ids.getFirst()), with));
    output.say(answer, out -> CaseWords.persons(out, answer));
    return ExitCode.DONE;
  }

  /** Decides, or shows what a decision would touch. */
  @Command(
      name = "decide",
      description = {
        "Decides about a case (--same, --different), or about persons (--split, --merge).",
        "裁决：同一人、不是同一人、拆分、合并；加 --preview 只看影响。"
      },
      mixinStandardHelpOptions = true)
  int decide(
      @Mixin RunningHub hub,
      @Mixin Said said,
      @Mixin Signed signed,
      @Option(
              names = "--seen",
              paramLabel = "TOKEN",
              description = "what show or --preview ended with; if it has changed, nothing is done")
          @Nullable String seen,
      @Option(names = "--preview", description = "only show what it would touch") boolean preview,
      @Mixin Output output)
      throws InterruptedException {
    ObjectNode order = said.order();
    if (preview) {
      JsonNode effect = hub.post(said.path() + "/preview", order);
      output.say(effect, out -> CaseWords.effect(out, effect));
      return ExitCode.DONE;
    }
    signed.sign(order);
    order.put("seen", seen);
    JsonNode decision = hub.post(said.path() + "/decide", order);
    output.say(decision, out -> CaseWords.decision(out, decision));
    return ExitCode.DONE;
  }

  /** Shows what stewards decided. */
  @Command(
      name = "decisions",
      description = "Lists what stewards decided, newest first.",
      mixinStandardHelpOptions = true)
  int decisions(
      @Mixin RunningHub hub,
      @Option(
              names = "--limit",
              paramLabel = "DECISIONS",
              defaultValue = "50",
              description = "at most so many, 1 to 200 (default: ${DEFAULT-VALUE})")
          int limit,
      @Mixin Output output)
      throws InterruptedException {
    JsonNode answer = hub.get(DECISIONS + "?limit=" + limit);
    output.say(
        answer, out -> answer.path("decisions").forEach(each -> CaseWords.decision(out, each)));
    return ExitCode.DONE;
  }

  /** Takes a decision back. */
  @Command(
      name = "undo",
      description = {
        "Takes a decision back: everything stands as before it. The number is that of decisions.",
        "撤销：恢复到裁决之前。"
      },
      mixinStandardHelpOptions = true)
  int undo(
      @Mixin RunningHub hub,
      @Parameters(paramLabel = "NUMBER", description = "the decision's number") long number,
      @Mixin Signed signed,
      @Option(names = "--preview", description = "only show what it would touch") boolean preview,
      @Mixin Output output)
      throws InterruptedException {
    ObjectNode order = JsonMapper.shared().createObjectNode();
    if (preview) {
      JsonNode effect = hub.post("%s/%d/preview".formatted(DECISIONS, number), order);
      output.say(effect, out -> CaseWords.effect(out, effect));
      return ExitCode.DONE;
    }
    signed.sign(order);
    JsonNode decision = hub.post("%s/%d/undo".formatted(DECISIONS, number), order);
    output.say(decision, out -> CaseWords.decision(out, decision));
    return ExitCode.DONE;
  }

  /** A typed id as one segment of a path. */
  static String segment(String typed) {
    return URLEncoder.encode(typed, StandardCharsets.UTF_8);
  }
}
