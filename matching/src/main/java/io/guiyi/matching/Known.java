package io.guiyi.matching;

import io.guiyi.matching.pair.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * A member as it is remembered.
 *
 * @param record which record
 * @param version which version of it
 * @param person to whom it belongs; null while it waits
 * @param borne its values as the row bears them
 * @param effective the same without numbers that turned out to be somebody else's
 * @param numbersLost which of its valid numbers those are: bit 0 stands for the first
 */
record Known(
    RecordRef record,
    int version,
    @Nullable PersonRef person,
    RecordValues borne,
    RecordValues effective,
    int numbersLost) {
  Known in(@Nullable PersonRef other) {
    return new Known(record, version, other, borne, effective, numbersLost);
  }

  Known with(RecordValues left, int lost) {
    return new Known(record, version, person, borne, left, lost);
  }
}
