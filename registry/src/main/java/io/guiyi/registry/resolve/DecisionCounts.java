package io.guiyi.registry.resolve;

import io.guiyi.matching.Decision;

/**
 * How often the engine said what.
 *
 * @param linked the record belongs to a person
 * @param newPersons nobody known is this person
 * @param reviews a steward has to look
 */
public record DecisionCounts(long linked, long newPersons, long reviews) {
  /** Nothing decided. */
  public static final DecisionCounts NONE = new DecisionCounts(0, 0, 0);

  /** Both together. */
  public DecisionCounts plus(DecisionCounts more) {
    return new DecisionCounts(
        linked + more.linked, newPersons + more.newPersons, reviews + more.reviews);
  }

  /** This and one decision. */
  public DecisionCounts plus(Decision decision) {
    return plus(
        switch (decision) {
          case Decision.LinkTo _ -> new DecisionCounts(1, 0, 0);
          case Decision.NewPerson _ -> new DecisionCounts(0, 1, 0);
          case Decision.Review _ -> new DecisionCounts(0, 0, 1);
        });
  }
}
