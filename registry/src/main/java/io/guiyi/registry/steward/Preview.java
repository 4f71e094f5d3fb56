package io.guiyi.registry.steward;

import io.guiyi.records.person.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a verdict would touch, found out by doing it without keeping it. */
public sealed interface Preview {

  /**
   * It could be done.
   *
   * @param moves the records whose person changes
   * @param merged persons that would lead to another
   * @param changed all persons that would be told of, those merged and founded included
   * @param subscribers who has an entry about one of them, and so would be told, by name
   * @param neverFacts how many pairs of records more would be kept apart; fewer if negative
   * @param alwaysFacts how many more would be kept together; fewer if negative
   * @param decisions earlier decisions of stewards about the same records or persons that stand
   * @param seen token of what it is about, for {@link VerdictCommand}
   */
  record Effect(
      List<Move> moves,
      List<PersonId> merged,
      List<PersonId> changed,
      List<String> subscribers,
      int neverFacts,
      int alwaysFacts,
      List<CaseDecision> decisions,
      String seen)
      implements Preview {
    /** Copies the lists. */
    public Effect {
      moves = List.copyOf(moves);
      merged = List.copyOf(merged);
      changed = List.copyOf(changed);
      subscribers = List.copyOf(subscribers);
      decisions = List.copyOf(decisions);
    }
  }

  /**
   * It could not be done.
   *
   * @param outcome why
   */
  record Impossible(VerdictOutcome.Refused outcome) implements Preview {}

  /**
   * A record changes its person.
   *
   * @param record its number
   * @param before to whom it belongs now; null if it waits
   * @param after to whom it would belong; null if it would wait. A person that would be founded has
   *     the id that it would be given if it were founded next
   */
  record Move(long record, @Nullable PersonId before, @Nullable PersonId after) {}
}
