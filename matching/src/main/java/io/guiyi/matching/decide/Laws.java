package io.guiyi.matching.decide;

import io.guiyi.matching.CannotLink;
import io.guiyi.matching.Member;
import io.guiyi.matching.compare.NumberComparison;
import io.guiyi.matching.compare.NumberLevel;
import io.guiyi.matching.normalize.Kin;
import io.guiyi.matching.normalize.NumberClaim;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.records.identity.IdNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The laws that forbid a link whatever the weight. Pure. */
public final class Laws {
  private Laws() {}

  /**
   * The law that keeps a record from a person; null if none does. Only own numbers count: that an
   * unchecked one agrees is no excuse for two checked ones that do not, and a borrowed one keeps
   * nobody from anybody.
   *
   * @param record the record's values
   * @param members all members of the person, not only those that were candidates
   */
  public static @Nullable CannotLink between(Profile record, List<Member> members) {
    List<NumberClaim> own = own(record);
    boolean same = false;
    boolean apart = false;
    for (Member member : members) {
      Profile other = member.profile();
      if (isNamedBy(record, other) || isNamedBy(other, record)) {
        return CannotLink.LAW;
      }
      NumberLevel number = NumberComparison.compare(own, own(other));
      same |= number == NumberLevel.VALID_SAME;
      apart |= number == NumberLevel.DIFFERENT_BOTH_VALID;
    }
    return apart && !same ? CannotLink.LAW : null;
  }

  /** Whether {@code other} names the owner of the row's number as its kin. */
  private static boolean isNamedBy(Profile row, Profile other) {
    if (other.kin().isEmpty()) {
      return false;
    }
    for (IdNumber number : row.ownNumbers()) {
      for (Kin kin : other.kin()) {
        if (kin.number().equals(number.text())) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<NumberClaim> own(Profile profile) {
    return profile.numbers().stream()
        .filter(claim -> claim instanceof NumberClaim.Valid valid && valid.isOwn())
        .toList();
  }
}
