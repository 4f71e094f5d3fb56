package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.steward.Preview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision would touch; nothing was done.
 *
 * @param moves the records whose person would change
 * @param merged persons whose id would lead to another's from then on
 * @param changed all persons that subscribers would be told of
 * @param subscribers who would be told
 * @param neverFacts how many pairs of records would be kept apart
 * @param alwaysFacts how many would be kept together
 * @param decisions earlier decisions about the same records or persons that stand
 * @param seen hand it in with the decision: it stands for everything that the decision is about
 */
record EffectAnswer(
    List<Move> moves,
    List<String> merged,
    List<String> changed,
    List<String> subscribers,
    int neverFacts,
    int alwaysFacts,
    List<CaseDecisionAnswer> decisions,
    String seen) {

  /**
   * A record changes its person.
   *
   * @param record its number
   * @param before to whom it belongs now; left out if it waits
   * @param after to whom it would belong; left out if it would wait
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Move(long record, @Nullable String before, @Nullable String after) {
    static Move of(Preview.Move move) {
      PersonId before = move.before();
      PersonId after = move.after();
      return new Move(
          move.record(),
          before == null ? null : before.text(),
          after == null ? null : after.text());
    }
  }

  static EffectAnswer of(Preview.Effect effect) {
    return new EffectAnswer(
        effect.moves().stream().map(Move::of).toList(),
        effect.merged().stream().map(PersonId::text).toList(),
        effect.changed().stream().map(PersonId::text).toList(),
        effect.subscribers(),
        effect.neverFacts(),
        effect.alwaysFacts(),
        CaseDecisionAnswer.all(effect.decisions()),
        effect.seen());
  }
}
