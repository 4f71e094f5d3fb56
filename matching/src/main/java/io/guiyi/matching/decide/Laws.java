package io.guiyi.matching.decide;

import io.guiyi.matching.CannotLink;
import io.guiyi.matching.Member;
import io.guiyi.matching.compare.NumberComparison;
import io.guiyi.matching.compare.NumberLevel;
import io.guiyi.matching.normalize.NumberClaim;
import io.guiyi.matching.normalize.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The laws that forbid a link whatever the weight. Pure. */
public final class Laws {
  private Laws() {}

  /**
   * The law that keeps a record from a person; null if none does. Only checked numbers count: that
   * an unchecked one agrees is no excuse for two checked ones that do not.
   *
   * @param record the record's values
   * @param members all members of the person, not only those that were candidates
   */
  public static @Nullable CannotLink between(Profile record, List<Member> members) {
    List<NumberClaim> own = checked(record);
    boolean apart = false;
    for (Member member : members) {
      NumberLevel number = NumberComparison.compare(own, checked(member.profile()));
      if (number == NumberLevel.VALID_SAME) {
        return null;
      }
      apart |= number == NumberLevel.DIFFERENT_BOTH_VALID;
    }
    return apart ? CannotLink.TWO_VALID_NUMBERS : null;
  }

  private static List<NumberClaim> checked(Profile profile) {
    return profile.numbers().stream()
        .filter(claim -> claim instanceof NumberClaim.Valid valid && !valid.upgraded())
        .toList();
  }
}
