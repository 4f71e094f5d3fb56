package io.guiyi.matching.decide;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.ReviewTrigger;
import java.util.List;

/** What the evidence about a record comes to. */
public sealed interface Placement {
  /**
   * It belongs to persons, who then are one.
   *
   * @param persons at least one, in ascending order
   */
  record Belongs(List<PersonRef> persons) implements Placement {
    /** Copies the list. */
    public Belongs {
      persons = List.copyOf(persons);
    }
  }

  /** It is nobody known. */
  record Unknown() implements Placement {}

  /**
   * The machine must not say.
   *
   * @param trigger why
   * @param persons who it may be, best first
   */
  record Ask(ReviewTrigger trigger, List<PersonRef> persons) implements Placement {
    /** Copies the list. */
    public Ask {
      persons = List.copyOf(persons);
    }
  }
}
