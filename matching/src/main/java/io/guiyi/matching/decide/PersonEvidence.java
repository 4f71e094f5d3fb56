package io.guiyi.matching.decide;

import io.guiyi.matching.CannotLink;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.compare.ComparisonVector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that speaks for and against one person.
 *
 * @param person who
 * @param members the members that were compared, at least one, best first
 * @param whole how the record compares with all of them together: name, birth date and sex of the
 *     best member, and of everything else the best that any member has
 * @param weight of {@code whole}, in millionths of a bit
 * @param law the law that forbids a link, looked for among all members of the person; null if none
 *     does
 */
public record PersonEvidence(
    PersonRef person,
    List<Evidence> members,
    ComparisonVector whole,
    long weight,
    @Nullable CannotLink law) {
  /** Sorts and checks the members. */
  public PersonEvidence {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("evidence about a person needs at least one member");
    }
    members = members.stream().sorted(Evidence.BEST_FIRST).toList();
  }

  /** The member that fits best. */
  public Evidence best() {
    return members.getFirst();
  }
}
