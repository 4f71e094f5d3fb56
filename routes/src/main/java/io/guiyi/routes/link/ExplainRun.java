package io.guiyi.routes.link;

import io.guiyi.matching.block.Blocks;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.link.Trainer;
import io.guiyi.matching.model.ModelDescription.BlockingRule;
import io.guiyi.matching.model.TrainedModel;
import io.guiyi.matching.pair.PairAccount;
import io.guiyi.matching.pair.PairWeigher;
import io.guiyi.matching.pair.Questions;
import io.guiyi.matching.pair.Weights;
import io.guiyi.routes.config.ConfigFault;
import io.guiyi.routes.config.ConfigRefused;
import io.guiyi.routes.config.ModelFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells how a pair of records is weighed.
 *
 * @param model as people wrote it, which is then trained first, or as training left it
 * @param inputs the files; all of them, because frequencies and blocks come from all
 */
public record ExplainRun(Path model, List<Input> inputs) {
  /** Copies the list. */
  public ExplainRun {
    inputs = List.copyOf(inputs);
  }

  /**
   * What is to be told.
   *
   * @param account how the weight came about
   * @param proposedBy the blocking rules that make the pair a candidate; the pair may be compared
   *     without any, as two of one cluster
   * @param sameContent true if both records say the same
   * @param link from which weight on pairs are linked, in bits
   * @param probability that the pair is one person, six digits behind the point
   */
  public record Told(
      PairAccount account,
      List<String> proposedBy,
      boolean sameContent,
      double link,
      String probability) {
    /** Copies the list. */
    public Told {
      proposedBy = List.copyOf(proposedBy);
    }
  }

  /**
   * Does it.
   *
   * @param first {@code SOURCE:ID}
   * @param second the same
   * @throws ConfigRefused if the model, a header or a record cannot be found
   */
  public Told run(String first, String second) {
    ModelFile file = ModelFile.read(model);
    RecordFiles.Contents contents = RecordFiles.read(file.description(), inputs);
    RecordTable table = contents.table();
    int a = table.unitOf(record(contents.names(), first));
    int b = table.unitOf(record(contents.names(), second));
    TrainedModel trained =
        file.trained().orElseGet(() -> ModelFile.publishable(Trainer.train(table).model()));
    Questions questions = Questions.of(table);
    PairWeigher weigher =
        new PairWeigher(questions, Weights.of(trained, questions, table.records()));
    PairAccount account = weigher.account(Math.min(a, b), Math.max(a, b));
    List<String> proposedBy = new ArrayList<>();
    for (BlockingRule rule : table.model().blocking()) {
      if (a != b && Blocks.of(table, List.of(rule)).meet(a, b)) {
        proposedBy.add(rule.text());
      }
    }
    return new Told(
        account,
        proposedBy,
        a == b,
        table.model().thresholds().link(),
        LinkTables.probability(trained.calibration(), account.weight()));
  }

  private static int record(RecordNames names, String written) {
    int colon = written.indexOf(':');
    int found =
        colon < 0 ? -1 : names.find(written.substring(0, colon), written.substring(colon + 1));
    if (found < 0) {
      throw new ConfigRefused(
          List.of(
              new ConfigFault(
                  written,
                  0,
                  "is no record of the inputs",
                  "write SOURCE:ID of a record that clusters.csv lists")));
    }
    return found;
  }
}
