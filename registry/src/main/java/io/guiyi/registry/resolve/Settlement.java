package io.guiyi.registry.resolve;

import io.guiyi.matching.Decision;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.ReviewTrigger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a decision means for a record, given where the record stands. A record that still fits where
 * it stands stays there; one that no longer does is let go; one between stays, and a steward is
 * asked.
 */
sealed interface Settlement {
  /**
   * The record belongs to a person, and perhaps shows that others are the same one.
   *
   * @param person the one with the lowest number of all
   * @param absorbed who becomes that person, in ascending order
   */
  record Join(PersonRef person, List<PersonRef> absorbed) implements Settlement {
    /** Copies the list. */
    public Join {
      absorbed = List.copyOf(absorbed);
    }
  }

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
   * @param alone whether no other record stands in that person: then the person goes where the
   *     record goes, and a person that stands is not left empty
   */
  static Settlement of(Decision decision, @Nullable PersonRef held, boolean alone) {
    return switch (decision) {
      case Decision.LinkTo link -> join(link, held, alone);
      case Decision.NewPerson _ -> held != null && alone ? new Stay() : new Found();
      case Decision.Review review ->
          held != null && (alone || review.trigger() == ReviewTrigger.CHANGED_UNDER_LINK)
              ? new Doubt()
              : new Wait(review.trigger());
    };
  }

  private static Settlement join(Decision.LinkTo link, @Nullable PersonRef held, boolean alone) {
    TreeSet<PersonRef> all = new TreeSet<>(link.absorbed());
    all.add(link.person());
    if (held != null && alone) {
      all.add(held);
    }
    if (all.size() == 1 && all.first().equals(held)) {
      return new Stay();
    }
    List<PersonRef> ascending = new ArrayList<>(all);
    return new Join(ascending.getFirst(), ascending.subList(1, ascending.size()));
  }
}
