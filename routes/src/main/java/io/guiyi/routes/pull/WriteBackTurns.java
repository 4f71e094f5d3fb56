package io.guiyi.routes.pull;

import io.guiyi.connectors.Source;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.records.SourceId;
import io.guiyi.registry.intake.WriteBack;
import io.guiyi.registry.intake.WriteBacks;
import io.guiyi.registry.leadership.Leadership;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells departments what became of their rows, long after the rows are stored. A failure is planned
 * again and shows in the status; it never holds up a pull.
 */
public final class WriteBackTurns {
  private static final Logger LOG = LoggerFactory.getLogger(WriteBackTurns.class);
  private static final int PAGES_A_TURN = 20;

  private final Sources sources;
  private final WriteBacks writeBacks;
  private final Leadership leadership;

  /** Turns over {@code sources}. */
  public WriteBackTurns(Sources sources, WriteBacks writeBacks, Leadership leadership) {
    this.sources = sources;
    this.writeBacks = writeBacks;
    this.leadership = leadership;
  }

  /** Tells one department what is due; returns how many pages it was told of. */
  public int writeBack(SourceId id) {
    Source source = sources.named(id);
    if (!leadership.isLeading() || source.writeBack().isEmpty()) {
      return 0;
    }
    int told = 0;
    List<WriteBack> due = writeBacks.due(id, PAGES_A_TURN);
    for (WriteBack page : due) {
      try {
        source.writeBack().get().write(page.outcomes());
      } catch (SourceUnavailable e) {
        planAgain(page, e.kind().name());
        return told;
      } catch (RuntimeException e) {
        planAgain(page, e.getClass().getSimpleName());
        return told;
      }
      writeBacks.done(page.page());
      told++;
    }
    return told;
  }

  private void planAgain(WriteBack page, String failure) {
    Instant next = writeBacks.failed(page, failure);
    LOG.warn("{}: page {} was not written back, next try {}", page.source(), page.page(), next);
  }
}
