package io.guiyi.matching.decide;

import io.guiyi.matching.CannotLink;
import io.guiyi.matching.Member;
import io.guiyi.matching.WeighedCandidate;
import io.guiyi.matching.compare.ComparisonVector;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One member and how the record compares with it.
 *
 * @param member the member
 * @param levels the answers to the comparison questions
 * @param weight their sum, in millionths of a bit
 */
public record Evidence(Member member, ComparisonVector levels, long weight) {
  /** Best first; equal weights in the order in which the records came. */
  public static final Comparator<Evidence> BEST_FIRST =
      Comparator.comparingLong(Evidence::weight).reversed().thenComparing(e -> e.member().record());

  /** In the form in which a decision keeps it. */
  WeighedCandidate candidate(@Nullable CannotLink law) {
    return new WeighedCandidate(
        member.record(), member.version(), member.person(), List.of(), weight, law, 0);
  }
}
