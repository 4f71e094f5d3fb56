package io.guiyi.routes.command;

import io.guiyi.routes.link.Input;
import io.guiyi.routes.link.RunClock;
import io.guiyi.routes.link.TrainRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns a model's figures; needs no hub. */
@Command(
    name = "train",
    description = {
      "Learns a model's weights from records, without labels, and writes a model that link takes.",
      "训练：无需标注，从记录中学习模型的权重。"
    },
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Option(names = "--model", required = true, paramLabel = "FILE", description = "the model, YAML")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path model;

  @Mixin private final Inputs inputs = new Inputs();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the trained model, JSON; its name should end in .json")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path out;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "takes report.html: every weight, what training noticed, charts")
  private @Nullable Path report;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "CSV source,record_id,person_id: adds precision and recall to the report")
  private @Nullable Path truth;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "CSV source_a,record_a,source_b,record_b,match (1 or 0): makes probabilities what people"
              + " said of such pairs")
  private @Nullable Path labels;

  @Mixin private final Output output = new Output();

  @Override
  public Integer call() {
    List<Input> files = inputs.files();
    Map<String, Object> figures =
        new TrainRun(model, files, out, report, truth, labels).run(new RunClock(System::nanoTime));
    output.say(
        figures,
        words -> {
          for (String figure : List.of("model", "sha256", "records", "rejected")) {
            words.printf("%-24s%s%n", figure, figures.get(figure));
          }
          if (figures.get("notes") instanceof List<?> notes) {
            notes.forEach(words::println);
          }
        });
    return ExitCode.DONE;
  }
}
