package io.guiyi.registry.intake;

import io.guiyi.records.Conservation;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import java.time.Instant;

/**
 * The books of one applied page.
 *
 * @param id the page's number
 * @param pull the pull it belongs to
 * @param source whose page
 * @param after how far the source is read once the page is committed
 * @param counts what became of its rows
 * @param term the leadership term it was applied in
 * @param recordedAt when
 * @param kind whether its rows were read from the source, or replayed
 */
public record PullPage(
    long id,
    long pull,
    SourceId source,
    Watermark after,
    Conservation counts,
    long term,
    Instant recordedAt,
    PullKind kind) {

  /** A page whose rows were read from the source. */
  public PullPage(
      long id,
      long pull,
      SourceId source,
      Watermark after,
      Conservation counts,
      long term,
      Instant recordedAt) {
    this(id, pull, source, after, counts, term, recordedAt, PullKind.READING);
  }
}
