package io.guiyi.matching.value.han;

import io.guiyi.records.identity.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A birth date.
 *
 * @param stated as the row states it; if it does not, as the number has it
 * @param inNumber as the number has it, unless that is somebody else's
 */
public record Birth(PartialDate stated, @Nullable PartialDate inNumber) {
  @Override
  public String toString() {
    return "Birth[*]";
  }
}
