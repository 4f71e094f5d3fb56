package io.guiyi.matching.value.han;

import io.guiyi.records.identity.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A birth date; one of the two at least.
 *
 * @param stated as the row states it
 * @param inNumber as the row's number has it, unless that is somebody else's
 */
public record Birth(@Nullable PartialDate stated, @Nullable PartialDate inNumber) {
  /** The date as stated, else as the number has it. */
  PartialDate best() {
    PartialDate best = stated == null ? inNumber : stated;
    if (best == null) {
      throw new IllegalStateException("a birth needs one date at least");
    }
    return best;
  }

  /** What is left when the number turns out to be somebody else's; null if nothing is. */
  public @Nullable Birth withoutNumber() {
    return stated == null ? null : new Birth(stated, null);
  }

  @Override
  public String toString() {
    return "Birth[*]";
  }
}
