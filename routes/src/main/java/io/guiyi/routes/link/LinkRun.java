package io.guiyi.routes.link;

import io.guiyi.matching.block.Blocks;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.link.BatchLinker;
import io.guiyi.matching.link.LinkResult;
import io.guiyi.matching.link.Trainer;
import io.guiyi.matching.model.KeptModel;
import io.guiyi.matching.model.TrainedModel;
import io.guiyi.routes.config.ModelFile;
import io.guiyi.routes.config.PlainJson;
import io.guiyi.routes.evaluate.ClusterFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Links files of records.
 *
 * @param model as people wrote it, which is then trained first, or as training left it
 * @param inputs the files; a source may have several
 * @param out the folder that takes {@code clusters.csv}, {@code review.csv}, {@code rejected.csv}
 *     and {@code summary.json}, and the clusters of the model's further views
 * @param truth whom each record is really about, {@code source,record_id,person_id}; null if nobody
 *     knows
 * @param threads how many may work at once
 * @param choices what else whoever links may choose
 */
public record LinkRun(
    Path model, List<Input> inputs, Path out, @Nullable Path truth, int threads, Choices choices) {
  /**
   * What may be chosen.
   *
   * @param mostPairs a run whose rules propose more is refused before anything is weighed
   * @param withViews whether clusters at the model's strict and broad thresholds are written too
   */
  public record Choices(long mostPairs, boolean withViews) {
    /** The usual bound of proposed pairs. */
    public static final long USUAL_MOST_PAIRS = PairCount.USUAL_MOST;

    /** What most runs choose. */
    public static final Choices USUAL = new Choices(USUAL_MOST_PAIRS, false);
  }

  /** Copies the list. */
  public LinkRun {
    inputs = List.copyOf(inputs);
  }

  /**
   * Does it.
   *
   * @param clock measures the phases
   * @return what {@code summary.json} says
   * @throws InterruptedException if the thread is interrupted; nothing is written then
   * @throws io.guiyi.routes.config.ConfigRefused if the model or a header cannot be right
   */
  public Map<String, Object> run(RunClock clock) throws InterruptedException {
    ModelFile file = ModelFile.read(model);
    clock.done("model");
    RecordFiles.Contents contents = RecordFiles.read(file.description(), inputs);
    clock.done("read");
    RecordTable table = contents.table();
    Blocks blocks = Blocks.of(table, table.model().blocking());
    new PairCount(blocks.report()).refuseAbove(choices.mostPairs(), model);
    clock.done("block");
    Map<String, Object> summary = new LinkedHashMap<>();
    TrainedModel trained = trained(file, contents, clock, summary);
    LinkResult result = new BatchLinker(table, trained, threads).link(blocks, choices.withViews());
    clock.done("link");
    count(contents, result, summary);
    try (OutputFolder folder = new OutputFolder(out)) {
      LinkTables tables = new LinkTables(contents, result, trained.calibration());
      folder.table("clusters.csv", tables::clusters);
      folder.table("review.csv", tables::review);
      folder.table("rejected.csv", tables::rejected);
      summary.put("largest_person", tables.largestPerson());
      LinkViews views = new LinkViews(file.description().thresholds().link(), result);
      views.write(folder, tables);
      clock.done("write");
      if (choices.withViews()) {
        summary.put("views", views.figures(folder, truth));
      }
      if (truth != null) {
        summary.put("quality", quality(truth, folder, contents, result));
        clock.done("measure");
      }
      summary.put("timing", timing(clock));
      folder.text("summary.json", PlainJson.write(summary));
      folder.publish();
    }
    return summary;
  }

  private static TrainedModel trained(
      ModelFile file, RecordFiles.Contents contents, RunClock clock, Map<String, Object> summary) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("name", file.description().name());
    List<String> notes = List.of();
    TrainedModel model;
    if (file.trained().isPresent()) {
      model = file.trained().get();
    } else {
      Trainer.Trained learnt = Trainer.train(contents.table());
      model = ModelFile.publishable(learnt.model());
      notes = learnt.notes();
      clock.done("train");
    }
    about.put("sha256", KeptModel.name(ModelFile.text(model)));
    about.put("trained", file.trained().isEmpty());
    summary.put("model", about);
    summary.put("training", notes);
    return model;
  }

  private static void count(
      RecordFiles.Contents contents, LinkResult result, Map<String, Object> summary) {
    summary.put("rows", contents.rows());
    summary.put("records", contents.table().records());
    summary.put("rejected", contents.rejected().size());
    summary.put("contents", contents.table().units());
    summary.put("persons", result.clusters());
    summary.put("review_pairs", result.review().size());
    summary.put("review_pairs_left_out", result.reviewsLeftOut());
    summary.put("candidate_pairs", result.pairs());
    summary.put("heavy_pairs", result.kept());
    summary.put("under_searched", result.blocks().underSearched());
    summary.put("blocking", new PairCount(result.blocks().report()).figures());
  }

  private static Map<String, Object> quality(
      Path truth, OutputFolder folder, RecordFiles.Contents contents, LinkResult result) {
    Map<String, Object> quality = new LinkedHashMap<>();
    quality.put(
        "blocking_recall",
        TruePairs.read(truth, contents.names()).blockingRecall(contents.table(), result.blocks()));
    quality.putAll(
        new ClusterFiles(folder.unfinished("clusters.csv"), truth, null).read().figures());
    return quality;
  }

  static Map<String, Object> timing(RunClock clock) {
    Map<String, Object> timing = new LinkedHashMap<>();
    timing.put("phases", clock.phases());
    timing.put("seconds", clock.total());
    ProcessFigures.cpuSeconds().ifPresent(seconds -> timing.put("cpu_seconds", seconds));
    ProcessFigures.peakBytes().ifPresent(bytes -> timing.put("peak_memory_bytes", bytes));
    return timing;
  }
}
