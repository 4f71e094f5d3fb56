package io.guiyi.routes.command;

import io.guiyi.routes.link.Input;
import io.guiyi.routes.link.LinkRun;
import io.guiyi.routes.link.RunClock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Links files of records; needs no hub. */
@Command(
    name = "link",
    description = {
      "Links the records of CSV files: which of them are one person.",
      "批量归一：判断各 CSV 文件中哪些记录是同一个人。"
    },
    mixinStandardHelpOptions = true)
final class LinkCommand implements Callable<Integer> {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "a model: YAML, which is trained first, or the JSON that train wrote")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path model;

  @Mixin private final Inputs inputs = new Inputs();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "takes clusters.csv, review.csv, rejected.csv and summary.json")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path folder;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "CSV source,record_id,person_id: measures the result, changes nothing in it")
  private @Nullable Path truth;

  @Mixin private final Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    List<Input> files = inputs.files();
    RunClock clock = new RunClock(System::nanoTime);
    Map<String, Object> summary =
        new LinkRun(model, files, folder, truth, inputs.threads()).run(clock);
    output.say(summary, out -> words(summary, out));
    return ExitCode.DONE;
  }

  private void words(Map<String, Object> summary, PrintWriter out) {
    for (String figure : List.of("records", "rejected", "persons", "review_pairs")) {
      out.printf("%-24s%s%n", figure, summary.get(figure));
    }
    if (summary.get("quality") instanceof Map<?, ?> quality) {
      for (String figure : List.of("blocking_recall", "pairwise_f1")) {
        out.printf("%-24s%s%n", figure, quality.get(figure));
      }
    }
    out.printf("%-24s%s%n", "folder", folder);
  }
}
