package io.guiyi.connectors;

import io.guiyi.records.RowOutcome;
import java.util.List;

/** Tells a department what became of the rows it delivered, after they are stored. */
public interface WriteBack {
  /**
   * Writes the outcomes. Saying the same twice changes nothing, so that a failed call is simply
   * repeated as a whole.
   *
   * @param outcomes any number; written in batches
   * @throws SourceUnavailable if the department cannot be told at the moment
   */
  void write(List<RowOutcome> outcomes) throws SourceUnavailable;
}
