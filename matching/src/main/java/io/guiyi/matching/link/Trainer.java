package io.guiyi.matching.link;

import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.estimate.Estimator;
import io.guiyi.matching.model.TrainedModel;
import io.guiyi.matching.pair.Questions;
import java.util.List;

/** Learns a model from the records at hand, without labels. */
public final class Trainer {
  private Trainer() {}

  /**
   * What came of it.
   *
   * @param model the model, able to weigh
   * @param notes what people should know: convergence, levels out of order
   */
  public record Trained(TrainedModel model, List<String> notes) {
    /** Copies the list. */
    public Trained {
      notes = List.copyOf(notes);
    }
  }

  /** Learns the figures of the table's model. */
  public static Trained train(RecordTable table) {
    Estimator estimator = new Estimator(table, Questions.of(table));
    TrainedModel model = new TrainedModel(table.model(), estimator.figures());
    return new Trained(model, estimator.notes());
  }
}
