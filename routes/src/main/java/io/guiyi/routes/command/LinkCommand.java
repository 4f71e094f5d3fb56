package io.guiyi.routes.command;

import io.guiyi.routes.link.EstimateRun;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
      paramLabel = "DIR",
      description = "takes clusters.csv, review.csv, rejected.csv and summary.json")
  private @Nullable Path folder;

  @Option(
      names = "--estimate",
      description = "only reads and counts the pairs of each rule; writes nothing")
  private boolean estimate;

  @Option(
      names = "--most-pairs",
      paramLabel = "N",
      description = "refuses a run whose rules propose more pairs (default: ${DEFAULT-VALUE})")
  private long mostPairs = LinkRun.Choices.USUAL_MOST_PAIRS;

  @Option(
      names = "--views",
      description = "also writes clusters at the model's strict and broad thresholds")
  private boolean views;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "CSV source,record_id,person_id: measures the result, changes nothing in it")
  private @Nullable Path truth;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    List<Input> files = inputs.files();
    RunClock clock = new RunClock(System::nanoTime);
    if (estimate) {
      Map<String, Object> figures = new EstimateRun(model, files).run(clock);
      output.say(figures, out -> estimated(figures, out));
      return ExitCode.DONE;
    }
    Path out = folder;
    if (out == null) {
      throw new ParameterException(
          spec.commandLine(), "--out is missing; name a folder, or ask for --estimate alone");
    }
    if (mostPairs < 1) {
      throw new ParameterException(
          spec.commandLine(), "--most-pairs is %d; write 1 or more".formatted(mostPairs));
    }
    Map<String, Object> summary =
        new LinkRun(
                model, files, out, truth, inputs.threads(), new LinkRun.Choices(mostPairs, views))
            .run(clock);
    output.say(summary, words -> words(summary, out, words));
    return ExitCode.DONE;
  }

  private static void estimated(Map<String, Object> figures, PrintWriter out) {
    for (String figure : List.of("records", "rejected", "contents", "pairs", "under_searched")) {
      out.printf("%-24s%s%n", figure, figures.get(figure));
    }
    if (figures.get("blocking") instanceof List<?> rules) {
      for (Object rule : rules) {
        if (rule instanceof Map<?, ?> own) {
          out.printf("%14s  %s%n", own.get("pairs"), own.get("rule"));
        }
      }
    }
  }

  private static void words(Map<String, Object> summary, Path folder, PrintWriter out) {
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
