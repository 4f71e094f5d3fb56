package io.guiyi.matching.value.han;

import io.guiyi.matching.normalize.NumberClaim;
import io.guiyi.matching.normalize.NumberClaim.Valid;
import io.guiyi.matching.normalize.NumberTitle;
import io.guiyi.records.identity.IdNumber;
import java.util.List;

/**
 * What a row's number columns hold and what vouches for it.
 *
 * @param claims most trusted first
 * @param title how good the row's claim to the first valid number is
 */
public record OwnNumber(List<NumberClaim> claims, NumberTitle title) {
  /** Copies the list. */
  public OwnNumber {
    claims = List.copyOf(claims);
  }

  /** The valid numbers, each once, whosever they are. */
  public List<IdNumber> valid() {
    return claims.stream()
        .filter(Valid.class::isInstance)
        .map(claim -> ((Valid) claim).number())
        .distinct()
        .toList();
  }

  /** The same without a number that turned out to be somebody else's. */
  public OwnNumber without(String number) {
    return new OwnNumber(
        claims.stream()
            .filter(
                claim -> !(claim instanceof Valid valid && valid.number().text().equals(number)))
            .toList(),
        NumberTitle.CONTESTED);
  }

  @Override
  public String toString() {
    return "OwnNumber[" + claims.size() + ", " + title + "]";
  }
}
