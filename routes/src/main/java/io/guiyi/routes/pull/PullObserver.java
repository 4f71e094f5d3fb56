package io.guiyi.routes.pull;

import io.guiyi.records.SourceId;
import io.guiyi.registry.resolve.PageOutcome;

/** Is told what pulls achieve: for metrics, and for the progress that a command shows. */
public interface PullObserver {
  /** A page was applied. */
  void applied(SourceId source, PageOutcome outcome);

  /** A pull ended. */
  void finished(SourceId source, boolean complete);
}
