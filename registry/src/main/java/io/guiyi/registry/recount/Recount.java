package io.guiyi.registry.recount;

import io.guiyi.matching.WeighedCandidate;
import io.guiyi.matching.pair.PairAccount;
import io.guiyi.registry.decision.DecisionRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored decision, and what its pairs weigh when they are weighed again.
 *
 * @param decision as it is stored
 * @param missing what is needed to weigh again and is not kept, in words; null if all is there
 * @param pairs one for each candidate that is stored, in the stored order; none if something is
 *     missing
 */
public record Recount(DecisionRecord decision, @Nullable String missing, List<Pair> pairs) {
  /** Copies the list. */
  public Recount {
    pairs = List.copyOf(pairs);
  }

  /** Whether everything came out as it is stored. */
  public boolean isSame() {
    return missing == null && pairs.stream().allMatch(pair -> pair.differences().isEmpty());
  }

  /**
   * One pair.
   *
   * @param stored what is stored of it
   * @param account how its weight comes about now
   * @param differences what came out differently, in words without personal values
   */
  public record Pair(WeighedCandidate stored, PairAccount account, List<String> differences) {
    /** Copies the list. */
    public Pair {
      differences = List.copyOf(differences);
    }
  }
}
