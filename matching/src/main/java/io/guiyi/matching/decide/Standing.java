package io.guiyi.matching.decide;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a record may be: a person as it stands, with all records, or one record that waits.
 * Weights are in millionths of a bit.
 *
 * @param person who; null for a record that waits
 * @param first its record with the lowest number
 * @param size how many different contents its records have, at least 1
 * @param sum what the pairs of the record with each of them weigh together, none less than the
 *     model's floor
 * @param best the highest weight among the pairs that no law forbids; {@link #NONE} if all are
 * @param forbidden the highest weight among the pairs that a law forbids; {@link #NONE} if none is
 * @param never true if a fact keeps the record apart
 * @param always true if a fact says that it is the same
 * @param sameContent true if it has the very same content
 * @param sameNumber true if a pair shares a number that both have a right to
 * @param loose true if a law forbids it and yet the best pair is with a record that hardly belongs
 *     there: that one should be decided about again, and not this
 */
public record Standing(
    @Nullable PersonRef person,
    RecordRef first,
    int size,
    long sum,
    long best,
    long forbidden,
    boolean never,
    boolean always,
    boolean sameContent,
    boolean sameNumber,
    boolean loose) {
  /** There is no such pair. */
  public static final long NONE = Long.MIN_VALUE;

  /** What a pair weighs on average. */
  double mean() {
    return (double) sum / size;
  }

  /** True if it is the same whatever the weights say. */
  boolean isSame() {
    return always || sameContent;
  }

  /** True if neither law nor fact forbids to be one with the record. */
  boolean isOpen() {
    return !never && (isSame() || forbidden == NONE);
  }
}
