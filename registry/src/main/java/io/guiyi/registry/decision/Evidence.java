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
 * @param absorbed the persons that turned out to be the one it links to
 * @param population for how many records the prior was taken
 * @param numbersLost which of the record's own numbers counted as somebody else's
 * @param candidates the members that were weighed, best first
 */
record Evidence(
    List<PersonRef> persons,
    List<PersonRef> absorbed,
    long population,
    int numbersLost,
    List<WeighedCandidate> candidates) {
  /** Copies the lists; what older decisions do not say is empty. */
  Evidence {
    persons = List.copyOf(persons);
    absorbed = absorbed == null ? List.of() : List.copyOf(absorbed);
    candidates = List.copyOf(candidates);
  }

  static Evidence of(Decision decision) {
    List<PersonRef> persons =
        switch (decision) {
          case Decision.LinkTo link -> List.of(link.person());
          case Decision.NewPerson _ -> List.of();
          case Decision.Review review -> review.persons();
        };
    List<PersonRef> absorbed =
        switch (decision) {
          case Decision.LinkTo link -> link.absorbed();
          case Decision.NewPerson _, Decision.Review _ -> List.of();
        };
    Decision.Grounds grounds = decision.grounds();
    return new Evidence(
        persons, absorbed, grounds.population(), grounds.numbersLost(), grounds.candidates());
  }

  Decision decision(
      String outcome, @Nullable String trigger, String modelHash, int candidatesSeen) {
    Decision.Grounds grounds =
        new Decision.Grounds(modelHash, population, numbersLost, candidates, candidatesSeen);
    return switch (outcome) {
      case "LINK_TO" -> new Decision.LinkTo(persons.getFirst(), absorbed, grounds);
      case "NEW_PERSON" -> new Decision.NewPerson(grounds);
      case "REVIEW" ->
          new Decision.Review(ReviewTrigger.valueOf(String.valueOf(trigger)), persons, grounds);
      default ->
          throw new IllegalStateException("'%s' is no outcome of a decision".formatted(outcome));
    };
  }
}
