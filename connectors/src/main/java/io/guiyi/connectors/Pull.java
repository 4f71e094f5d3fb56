package io.guiyi.connectors;

import java.util.Optional;

/** One walk through what a source has to tell since a watermark. For one thread. */
public interface Pull {
  /**
   * Reads the next page.
   *
   * <p>Pages may be read ahead, but must be stored in their order: once one cannot be stored, none
   * after it may be. After a failure the pull is over, and the next one starts at the watermark
   * that was stored last.
   *
   * @return the page, or empty once the pull is finished
   * @throws SourceUnavailable if the department cannot be read at the moment
   */
  Optional<SourcePage> nextPage() throws SourceUnavailable;
}
