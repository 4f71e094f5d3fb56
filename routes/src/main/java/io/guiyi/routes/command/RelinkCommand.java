package io.guiyi.routes.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Has the running hub link all its records anew. */
@Command(
    name = "relink",
    description = {
      "Links all records of the running hub anew, as one batch, under the verdicts that stand.",
      "Twice in a row changes nothing more. 全库重新关联。"
    },
    mixinStandardHelpOptions = true)
final class RelinkCommand implements Callable<Integer> {
  /** Millions of records take their time. */
  private static final Duration PATIENCE = Duration.ofHours(6);

  @Mixin private final RunningHub hub = new RunningHub();

  @Option(names = "--preview", description = "only count what it would do")
  private boolean preview;

  @Option(names = "--by", paramLabel = "NAME", description = "who asks for it; is kept")
  private @Nullable String by;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "why, without personal values; is kept")
  private @Nullable String reason;

  @Mixin private final Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    ObjectNode order = JsonMapper.shared().createObjectNode();
    order.put("preview", preview).put("by", by).put("reason", reason);
    JsonNode answer = hub.post("/api/v1/relink", order, PATIENCE);
    output.say(answer, out -> words(out, answer));
    return ExitCode.DONE;
  }

  private static void words(PrintWriter out, JsonNode answer) {
    out.printf(
        "%d records 记录: %d persons before 之前, %d after 之后%n",
        answer.path("records").asLong(),
        answer.path("personsBefore").asLong(),
        answer.path("personsAfter").asLong());
    out.printf(
        "ids carried 沿用 %d, merged 并入 %d, founded 新立 %d, records moved 移动 %d%n",
        answer.path("idsCarried").asLong(),
        answer.path("merged").asLong(),
        answer.path("founded").asLong(),
        answer.path("moved").asLong());
    if (answer.path("overtaken").asLong() > 0) {
      out.printf(
          "moved meanwhile, left for the next relink 留待下次 %d%n", answer.path("overtaken").asLong());
    }
    if (answer.path("preview").asBoolean()) {
      out.println("nothing was changed 未作更改");
    }
  }
}
