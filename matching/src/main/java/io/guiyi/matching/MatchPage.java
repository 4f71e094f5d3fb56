package io.guiyi.matching;

import io.guiyi.matching.normalize.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Matching while one page is applied. Later records see what earlier ones placed; nothing outside
 * the page changes before {@link #keep}. Not safe for use by two threads.
 */
public interface MatchPage {
  /**
   * Decides about one record.
   *
   * @param profile the record's values
   * @param self the record's own number if it is already linked, so that it is not compared with
   *     itself; null for a record seen for the first time
   */
  Decision decide(Profile profile, @Nullable RecordRef self);

  /** Makes {@code member} visible to the rest of the page; an earlier version of it is replaced. */
  void place(Member member);

  /** Hides a record from the rest of the page. */
  void remove(RecordRef record);

  /**
   * Moves what was placed and removed into the index, after the register has committed.
   *
   * @param lastChange the number of the last PersonChange of the page, stored with the index
   */
  void keep(long lastChange);

  /** Forgets what was placed and removed, after the register has rolled back. */
  void drop();
}
