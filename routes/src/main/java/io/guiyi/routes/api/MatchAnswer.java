package io.guiyi.routes.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guiyi.matching.Decision;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.WeighedCandidate;
import io.guiyi.records.person.PersonId;
import io.guiyi.registry.steward.RecordView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
   * @param record it, masked
   * @param weight what the pair weighs, in bits
   * @param cannotLink what forbids the link; left out if nothing does
   * @param comparisons what the weight is made of, in the model's order
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Candidate(
      RecordAnswer record,
      double weight,
      @Nullable String cannotLink,
      List<Comparison> comparisons) {
    static Candidate of(WeighedCandidate weighed, RecordView record) {
      return new Candidate(
          RecordAnswer.of(record),
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
      Decision decision,
      Map<String, String> record,
      Map<RecordRef, RecordView> views,
      Function<PersonRef, PersonId> ids) {
    Decision.LinkTo link = decision instanceof Decision.LinkTo linked ? linked : null;
    Decision.Review review = decision instanceof Decision.Review asked ? asked : null;
    TriggerWords words = review == null ? null : TriggerWords.of(review.trigger());
    return new MatchAnswer(
        outcome(decision),
        review == null ? null : review.trigger().name(),
        words == null ? null : words.chinese(),
        words == null ? null : words.english(),
        link == null ? null : ids.apply(link.person()).text(),
        texts(link == null ? List.of() : link.absorbed(), ids),
        texts(review == null ? List.of() : review.persons(), ids),
        record,
        decision.candidates().stream()
            .map(each -> Candidate.of(each, Objects.requireNonNull(views.get(each.record()))))
            .toList(),
        decision.candidatesSeen(),
        decision.modelHash(),
        decision.population());
  }

  /** The name of what was decided. */
  static String outcome(Decision decision) {
    return switch (decision) {
      case Decision.LinkTo _ -> "LINK_TO";
      case Decision.NewPerson _ -> "NEW_PERSON";
      case Decision.Review _ -> "REVIEW";
    };
  }

  private static List<String> texts(List<PersonRef> persons, Function<PersonRef, PersonId> ids) {
    return persons.stream().map(person -> ids.apply(person).text()).toList();
  }

  @Override
  public String toString() {
    return "MatchAnswer[%s, %d candidates]".formatted(outcome, candidatesSeen);
  }
}
