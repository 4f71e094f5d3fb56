package io.guiyi.registry.resolve;

import io.guiyi.matching.Decision;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.ReviewTrigger;
import org.jspecify.annotations.Nullable;

/**
 * What a decision means for a record, given where the record stands. The machine links a record
 * once; it never moves one that is linked, but asks.
 */
sealed interface Settlement {
  /** The record joins a person. */
  record Join(PersonRef person) implements Settlement {}

  /** The record is a person's first. */
  record Found() implements Settlement {}

  /** The record stands in no person until a steward has looked. */
  record Wait(ReviewTrigger trigger) implements Settlement {}

  /** The link is as good as it was. */
  record Stay() implements Settlement {}

  /** The link is kept, and a steward is asked whether it should be. */
  record Doubt() implements Settlement {}

  /**
   * Settles.
   *
   * @param decision what the engine says
   * @param held the person the record stands in; null if in none
   * @param alone whether no other record stands in that person: then nobody else being like it
   *     speaks for the link, not against it
   */
  static Settlement of(Decision decision, @Nullable PersonRef held, boolean alone) {
    if (held == null) {
      return switch (decision) {
        case Decision.LinkTo link -> new Join(link.person());
        case Decision.NewPerson _ -> new Found();
        case Decision.Review review -> new Wait(review.trigger());
      };
    }
    return switch (decision) {
      case Decision.LinkTo link -> link.person().equals(held) ? new Stay() : new Doubt();
      case Decision.NewPerson _ -> alone ? new Stay() : new Doubt();
      case Decision.Review _ -> new Doubt();
    };
  }
}
