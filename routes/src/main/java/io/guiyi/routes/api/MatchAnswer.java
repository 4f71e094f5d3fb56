package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guiyi.matching.Decision;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.WeighedCandidate;
import io.guiyi.records.person.PersonId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the hub would decide about a record; nothing was stored.
 *
 * @param outcome LINK_TO, NEW_PERSON or REVIEW
 * @param trigger why a steward would have to look; left out otherwise
 * @param chinese the trigger in Chinese
 * @param english the trigger in English
 * @param person to whom it would belong; left out unless it would be linked
 * @param absorbed persons that would turn out to be that person
 * @param persons who it may be, best first, if a steward would have to look
 * @param record the record, masked
 * @param candidates the records that it was compared with, best first
 * @param candidatesSeen how many were compared in all
 * @param model the hash of the model that weighed
 * @param population for how many records the prior was taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatchAnswer(
    String outcome,
    @Nullable String trigger,
    @Nullable String chinese,
    @Nullable String english,
    @Nullable String person,
    List<String> absorbed,
    List<String> persons,
    Map<String, String> record,
    List<Candidate> candidates,
    int candidatesSeen,
    String model,
    long population) {

  /**
   * One candidate.
   *
   * @param record the register's number of it
   * @param version which version of it was compared
   * @param person to whom it belongs; left out while it waits
   * @param weight what the pair weighs, in bits
   * @param cannotLink what forbids the link; left out if nothing does
   * @param comparisons what the weight is made of, in the model's order
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Candidate(
      long record,
      int version,
      @Nullable String person,
      double weight,
      @Nullable String cannotLink,
      List<Comparison> comparisons) {
    static Candidate of(WeighedCandidate weighed, Function<PersonRef, PersonId> ids) {
      PersonRef person = weighed.person();
      return new Candidate(
          weighed.record().number(),
          weighed.version(),
          person == null ? null : ids.apply(person).text(),
          CaseAnswer.bits(weighed.weight()),
          weighed.cannotLink() == null ? null : weighed.cannotLink().name(),
          weighed.answers().stream()
              .map(answer ->
                  new Comparison(
                      answer.comparison(), answer.level(), CaseAnswer.bits(answer.counted())))
              .toList());
    }
  }

  /**
   * One comparison.
   *
   * @param comparison which
   * @param level what it came to
   * @param weight what it counted, in bits
   */
  record Comparison(String comparison, String level, double weight) {}

  static MatchAnswer of(
      Decision decision, Map<String, String> record, Function<PersonRef, PersonId> ids) {
    String outcome =
        switch (decision) {
          case Decision.LinkTo _ -> "LINK_TO";
          case Decision.NewPerson _ -> "NEW_PERSON";
          case Decision.Review _ -> "REVIEW";
        };
    Decision.LinkTo link = decision instanceof Decision.LinkTo linked ? linked : null;
    Decision.Review review = decision instanceof Decision.Review asked ? asked : null;
    TriggerWords words = review == null ? null : TriggerWords.of(review.trigger());
    return new MatchAnswer(
        outcome,
        review == null ? null : review.trigger().name(),
        words == null ? null : words.chinese(),
        words == null ? null : words.english(),
        link == null ? null : ids.apply(link.person()).text(),
        texts(link == null ? List.of() : link.absorbed(), ids),
        texts(review == null ? List.of() : review.persons(), ids),
        record,
        decision.candidates().stream().map(each -> Candidate.of(each, ids)).toList(),
        decision.candidatesSeen(),
        decision.modelHash(),
        decision.population());
  }

  private static List<String> texts(List<PersonRef> persons, Function<PersonRef, PersonId> ids) {
    return persons.stream().map(person -> ids.apply(person).text()).toList();
  }

  @Override
  public String toString() {
    return "MatchAnswer[%s, %d candidates]".formatted(outcome, candidatesSeen);
  }
}
