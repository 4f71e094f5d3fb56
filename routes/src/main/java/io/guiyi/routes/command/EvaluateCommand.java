package io.guiyi.routes.command;

import io.guiyi.routes.evaluate.ClusterFiles;
import io.guiyi.routes.evaluate.MeasuredClusters;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures clusters against the truth; needs no hub. */
@Command(
    name = "evaluate",
    description = {
      "Measures a file of clusters against a file of the truth: pairs, B-cubed, wrongly merged.",
      "评估：用真实归属检验聚类结果（成对指标、B-cubed、被误并的人数）。"
    },
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--clusters",
      required = true,
      paramLabel = "FILE",
      description = "CSV source,record_id,person_id, as link writes it")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path clusters;

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "FILE",
      description = "CSV with the same columns; records that only one file knows are left out")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path truth;

  @Option(
      names = "--difficulty",
      paramLabel = "FILE",
      description = "CSV source,record_id,difficulty: what makes a record difficult, joined by +")
  private @Nullable Path difficulty;

  @Option(
      names = "--breakdown",
      description = "show on stderr which pairs got lost, by source and by difficulty")
  private boolean breakdown;

  @Mixin private final Output output = new Output();

  @Override
  public Integer call() {
    MeasuredClusters measured = new ClusterFiles(clusters, truth, difficulty).read();
    if (breakdown) {
      output.err().print(measured.breakdown().table());
      output.err().flush();
    }
    output.say(
        measured.figuresAndPairs(),
        out -> measured.figures().forEach((name, value) -> out.printf("%-24s%s%n", name, value)));
    return ExitCode.DONE;
  }
}
