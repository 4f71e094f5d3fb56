package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guiyi.matching.Decision;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.ReviewTrigger;
import io.guiyi.matching.pair.PairAccount;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.decision.DecisionRecord;
import io.guiyi.registry.recount.Recount;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stored decision of the machine, weighed again.
 *
 * @param decision its number
 * @param record about which record
 * @param version which version of it was compared
 * @param outcome LINK_TO, NEW_PERSON or REVIEW
 * @param trigger why a steward had to look; left out otherwise
 * @param persons to whom it linked, or who it may be
 * @param at when it was made
 * @param model the hash of the model
 * @param population for how many records the prior was taken
 * @param candidatesSeen how many records were compared in all
 * @param same whether everything came out as it is stored, bit for bit
 * @param missing what is not kept, so that it cannot be weighed again; left out if all is there
 * @param candidates the pairs that are stored, best first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplanationAnswer(
    long decision,
    long record,
    int version,
    String outcome,
    @Nullable ReviewTrigger trigger,
    List<String> persons,
    Instant at,
    String model,
    long population,
    int candidatesSeen,
    boolean same,
    @Nullable String missing,
    List<Candidate> candidates) {

  /**
   * One pair.
   *
   * @param record the candidate
   * @param version which version of it was compared
   * @param person to whom it belonged; left out if it waited
   * @param storedWeight what is stored, in bits
   * @param weight what came out now, in bits
   * @param prior the weight before anything was asked, in bits
   * @param comparisons how the weight comes about, in the model's order
   * @param supported false if none of the comparisons spoke that one of must
   * @param cannotLink what forbade the link when it was decided; left out if nothing did
   * @param differences what came out differently; empty if nothing did
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Candidate(
      long record,
      int version,
      @Nullable String person,
      double storedWeight,
      double weight,
      double prior,
      List<Comparison> comparisons,
      boolean supported,
      @Nullable String cannotLink,
      List<String> differences) {
    static Candidate of(Recount.Pair pair, Function<PersonRef, PersonId> ids) {
      PersonRef person = pair.stored().person();
      PairAccount account = pair.account();
      return new Candidate(
          pair.stored().record().number(),
          pair.stored().version(),
          person == null ? null : ids.apply(person).text(),
          CaseAnswer.bits(pair.stored().weight()),
          CaseAnswer.bits(account.weight()),
          CaseAnswer.bits(account.prior()),
          account.items().stream().map(Comparison::of).toList(),
          account.supported(),
          pair.stored().cannotLink() == null ? null : pair.stored().cannotLink().name(),
          pair.differences());
    }
  }

  /**
   * One comparison; weights in bits.
   *
   * @param comparison which
   * @param answer what it came to; empty if one side says nothing
   * @param level what that level weighs
   * @param term what the rarity of the value adds or takes
   * @param counted what of both counted under the caps
   */
  record Comparison(String comparison, String answer, double level, double term, double counted) {
    static Comparison of(PairAccount.Item item) {
      return new Comparison(
          item.comparison(),
          item.answer(),
          CaseAnswer.bits(item.level()),
          CaseAnswer.bits(item.term()),
          CaseAnswer.bits(item.counted()));
    }
  }

  static ExplanationAnswer of(Recount recount, Function<PersonRef, PersonId> ids) {
    DecisionRecord stored = recount.decision();
    Decision decision = stored.decision();
    List<PersonRef> persons =
        switch (decision) {
          case Decision.LinkTo link -> List.of(link.person());
          case Decision.NewPerson _ -> List.of();
          case Decision.Review review -> review.persons();
        };
    return new ExplanationAnswer(
        stored.id(),
        stored.record().number(),
        stored.recordVersion(),
        MatchAnswer.outcome(decision),
        decision instanceof Decision.Review review ? review.trigger() : null,
        persons.stream().map(person -> ids.apply(person).text()).toList(),
        stored.recordedAt(),
        decision.modelHash(),
        decision.population(),
        decision.candidatesSeen(),
        recount.isSame(),
        recount.missing(),
        recount.pairs().stream().map(pair -> Candidate.of(pair, ids)).toList());
  }
}
