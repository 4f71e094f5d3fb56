package io.guiyi.registry.decision;

import io.guiyi.matching.Decision;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.ReviewTrigger;
import io.guiyi.matching.WeighedCandidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision was made from, as it is stored: numbers of records, versions and persons, level
 * vectors and weights; never a value.
 *
 * @param persons whom it links to, or who it may be, best first; empty for a new person
 * @param candidates the members that were weighed, best first
 */
record Evidence(List<PersonRef> persons, List<WeighedCandidate> candidates) {

  static Evidence of(Decision decision) {
    List<PersonRef> persons =
        switch (decision) {
          case Decision.LinkTo link -> List.of(link.person());
          case Decision.NewPerson _ -> List.of();
          case Decision.Review review -> review.persons();
        };
    return new Evidence(persons, decision.candidates());
  }

  Decision decision(
      String outcome, @Nullable String trigger, String modelHash, int candidatesSeen) {
    return switch (outcome) {
      case "LINK_TO" ->
          new Decision.LinkTo(persons.getFirst(), modelHash, candidates, candidatesSeen);
      case "NEW_PERSON" -> new Decision.NewPerson(modelHash, candidates, candidatesSeen);
      case "REVIEW" ->
          new Decision.Review(
              ReviewTrigger.valueOf(String.valueOf(trigger)),
              persons,
              modelHash,
              candidates,
              candidatesSeen);
      default ->
          throw new IllegalStateException("'%s' is no outcome of a decision".formatted(outcome));
    };
  }
}
