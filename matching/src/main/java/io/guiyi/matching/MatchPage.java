package io.guiyi.matching;

import io.guiyi.matching.normalize.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matching while one page is applied. Later records see what earlier ones placed; nothing outside
 * the page changes before {@link #keep}. Not safe for use by two threads.
 */
public interface MatchPage {
  /**
   * Decides about one record. The caller then tells by {@link #place} and {@link #move} what came
   * of it, and decides again about what is {@link #disturbed}.
   *
   * @param profile the record's values
   * @param self the record's own number if it is known already, linked or waiting, so that it is
   *     not compared with itself; null for a record seen for the first time
   */
  Decision decide(Profile profile, @Nullable RecordRef self);

  /**
   * Decides again about a record that is placed, by the values it was placed with.
   *
   * @throws IllegalArgumentException if no such record is placed
   */
  Decision decide(RecordRef record);

  /** Makes {@code member} visible to the rest of the page; an earlier version of it is replaced. */
  void place(Member member);

  /**
   * Tells that a record that is placed belongs to another person now.
   *
   * @param person to whom; null if it waits
   * @throws IllegalArgumentException if no such record is placed
   */
  void move(RecordRef record, @Nullable PersonRef person);

  /** All records that stand in a person, in ascending order. */
  List<RecordRef> recordsOf(PersonRef person);

  /** Hides a record from the rest of the page. */
  void remove(RecordRef record);

  /**
   * From now on the fact holds. Nothing moves by it: the caller moves the records.
   *
   * @throws IllegalArgumentException if it contradicts facts that stand
   */
  void state(PairFact fact);

  /** From now on the fact no longer holds. */
  void withdraw(PairFact fact);

  /**
   * The records that should be decided about again because of what was placed, moved and removed
   * since this was last asked, in ascending order: those that wait and fit what came, and those
   * whose number turned out to be another's or their own after all. At most {@link #MOST_DISTURBED}
   * at a time; the others come the next time.
   */
  List<RecordRef> disturbed();

  /**
   * Leaves to the next page, if this one is kept, what {@link #disturbed} would name now. What is
   * left so is forgotten when the matcher is closed.
   */
  void postpone();

  /** The most records that {@link #disturbed} names at a time. */
  int MOST_DISTURBED = 256;

  /**
   * Moves what was placed and removed into the index, after the register has committed.
   *
   * @param lastChange the number of the last PersonChange of the page, stored with the index
   */
  void keep(long lastChange);

  /** Forgets what was placed and removed, after the register has rolled back. */
  void drop();
}
