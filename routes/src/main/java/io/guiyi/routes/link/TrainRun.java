package io.guiyi.routes.link;

import io.guiyi.matching.link.Trainer;
import io.guiyi.matching.model.KeptModel;
import io.guiyi.matching.model.TrainedModel;
import io.guiyi.matching.pair.PairWeigher;
import io.guiyi.matching.pair.Questions;
import io.guiyi.matching.pair.Weights;
import io.guiyi.routes.config.ModelFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Learns a model's figures from files of records, without labels.
 *
 * @param model as people wrote it; what an earlier training learnt is not used
 * @param inputs the files; a source may have several
 * @param out the file that takes the trained model
 * @param report the folder that takes {@code report.html}; null if nobody wants to read one
 * @param truth whom each record is really about: for the report alone; null if nobody knows
 * @param labels what people said of pairs, for probabilities; null if nobody was asked
 */
public record TrainRun(
    Path model,
    List<Input> inputs,
    Path out,
    @Nullable Path report,
    @Nullable Path truth,
    @Nullable Path labels) {
  /** Copies the list. */
  public TrainRun {
    inputs = List.copyOf(inputs);
  }

  /**
   * Does it.
   *
   * @param clock measures the phases
   * @return figures for whoever called
   * @throws io.guiyi.routes.config.ConfigRefused if the model or a header cannot be right
   */
  public Map<String, Object> run(RunClock clock) {
    ModelFile file = ModelFile.read(model);
    RecordFiles.Contents contents = RecordFiles.read(file.description(), inputs);
    clock.done("read");
    Trainer.Trained learnt = Trainer.train(contents.table());
    Map<String, Object> judged = new LinkedHashMap<>();
    TrainedModel trained = calibrated(ModelFile.publishable(learnt.model()), contents, judged);
    clock.done("train");
    String text = ModelFile.text(trained);
    Path whole = out.toAbsolutePath().normalize();
    Path name = whole.getFileName();
    Path parent = whole.getParent();
    if (name == null || parent == null) {
      throw new IllegalArgumentException("--out is '%s'; name a file".formatted(out));
    }
    try (OutputFolder folder = new OutputFolder(parent)) {
      folder.text(name.toString(), text);
      folder.publish();
    }
    if (report != null) {
      TrainReport page =
          new TrainReport(trained, KeptModel.name(text), learnt.notes(), contents, truth);
      try (OutputFolder folder = new OutputFolder(report)) {
        folder.text("report.html", page.html());
        folder.publish();
      }
      clock.done("report");
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("model", file.description().name());
    figures.put("sha256", KeptModel.name(text));
    figures.put("records", contents.table().records());
    figures.put("rejected", contents.rejected().size());
    figures.putAll(judged);
    figures.put("notes", learnt.notes());
    figures.put("timing", LinkRun.timing(clock));
    return figures;
  }

  /** The model with what labels teach about probabilities; the same if there are none. */
  private TrainedModel calibrated(
      TrainedModel trained, RecordFiles.Contents contents, Map<String, Object> figures) {
    if (labels == null) {
      return trained;
    }
    Questions questions = Questions.of(contents.table());
    Weights weights = Weights.of(trained, questions, contents.table().records());
    LabelFile.Learnt learnt =
        new LabelFile(labels).learn(contents, new PairWeigher(questions, weights));
    figures.put("labels", learnt.used());
    figures.put("labels_unknown", learnt.unknown());
    return new TrainedModel(trained.description(), trained.figures(), learnt.calibration());
  }
}
