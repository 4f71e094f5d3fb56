package io.guiyi.registry.watch;

import io.guiyi.records.SourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about a source that an operator is told until it is over.
 *
 * @param id its number
 * @param source which source
 * @param kind what
 * @param subject the column or delivery concerned; empty if the source as a whole is
 * @param detail figures, names of columns and codes; never a personal value
 * @param raisedAt since when
 * @param seenAt when it was last found to hold
 * @param clearedAt when it was over; null while it holds
 * @param word what an operator said about it; null if nobody has
 */
public record Alarm(
    long id,
    SourceId source,
    AlarmKind kind,
    String subject,
    String detail,
    Instant raisedAt,
    Instant seenAt,
    @Nullable Instant clearedAt,
    @Nullable Word word) {

  /**
   * An operator's word.
   *
   * @param by who gave it
   * @param why the reason given
   * @param at when
   */
  public record Word(String by, String why, Instant at) {}

  /** True while it holds. */
  public boolean isOpen() {
    return clearedAt == null;
  }

  /** True while it holds and nobody has said a word about it. */
  public boolean needsLookingAfter() {
    return isOpen() && word == null;
  }
}
