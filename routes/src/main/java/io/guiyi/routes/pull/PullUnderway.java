package io.guiyi.routes.pull;

import io.guiyi.connectors.Pull;
import io.guiyi.connectors.Source;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import java.util.Optional;

/** One pull from one source, from its first page to its last. */
public final class PullUnderway {
  private final Source source;
  private final long number;
  private final Pull pull;
  private volatile boolean abandoned;
  private volatile boolean finished;

  PullUnderway(Source source, long number, Pull pull) {
    this.source = source;
    this.number = number;
    this.pull = pull;
  }

  Source source() {
    return source;
  }

  long number() {
    return number;
  }

  Optional<SourcePage> nextPage() throws SourceUnavailable {
    Optional<SourcePage> page = abandoned ? Optional.empty() : pull.nextPage();
    finished = page.isEmpty();
    return page;
  }

  /** True if the source has no page left. */
  boolean isRead() {
    return finished;
  }

  /** True while there may be pages to read. */
  public boolean isOpen() {
    return !finished && !abandoned;
  }

  /** From now on pages of this pull are dropped: one before them could not be stored. */
  void abandon() {
    abandoned = true;
  }

  boolean isAbandoned() {
    return abandoned;
  }
}
