package io.guiyi.connectors.labour;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.ShanghaiTime;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.WriteBack;
import io.guiyi.records.RowOutcome;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;

/** Writes into the state columns what became of the rows, as long as they are still pending. */
final class LabourWriteBack implements WriteBack {
  private static final int BATCH = 500;

  private final ExchangeTable table;
  private final Guard guard;
  private final Clock clock;

  LabourWriteBack(ExchangeTable table, Guard guard, Clock clock) {
    this.table = table;
    this.guard = guard;
    this.clock = clock;
  }

  @Override
  public void write(List<RowOutcome> outcomes) throws SourceUnavailable {
    LocalDateTime now = ShanghaiTime.local(clock.instant());
    List<RowState> states = outcomes.stream().map(outcome -> state(outcome, now)).toList();
    for (int from = 0; from < states.size(); from += BATCH) {
      List<RowState> batch = states.subList(from, Math.min(from + BATCH, states.size()));
      guard.call(() -> {
        table.write(batch);
        return batch.size();
      });
    }
  }

  private static RowState state(RowOutcome outcome, LocalDateTime now) {
    long number =
        LabourRow.numberAt(outcome.position())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "position '%s' is not of the labour exchange table"
                        .formatted(outcome.position())));
    return RowState.of(number, outcome, now);
  }
}
