package io.guiyi.routes.link;

import io.guiyi.matching.block.Blocks;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.routes.config.ModelFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what linking files would cost: reads them, makes the blocks and counts their pairs; trains
 * nothing, weighs nothing, writes nothing.
 *
 * @param model as people wrote it, or as training left it
 * @param inputs the files; a source may have several
 */
public record EstimateRun(Path model, List<Input> inputs) {
  /** Copies the list. */
  public EstimateRun {
    inputs = List.copyOf(inputs);
  }

  /**
   * Does it.
   *
   * @param clock measures the phases
   * @return records, contents, the pairs of each rule and in all
   * @throws io.guiyi.routes.config.ConfigRefused if the model or a header cannot be right
   */
  public Map<String, Object> run(RunClock clock) {
    ModelFile file = ModelFile.read(model);
    RecordFiles.Contents contents = RecordFiles.read(file.description(), inputs);
    clock.done("read");
    RecordTable table = contents.table();
    Blocks blocks = Blocks.of(table, table.model().blocking());
    clock.done("block");
    PairCount count = new PairCount(blocks.report());
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("records", table.records());
    figures.put("rejected", contents.rejected().size());
    figures.put("contents", table.units());
    figures.put("pairs", count.all());
    figures.put("under_searched", blocks.underSearched());
    figures.put("blocking", count.figures());
    figures.put("timing", LinkRun.timing(clock));
    return figures;
  }
}
