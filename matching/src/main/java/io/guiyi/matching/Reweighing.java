package io.guiyi.matching;

import io.guiyi.matching.model.KeptModel;
import io.guiyi.matching.normalize.Normalizer;
import io.guiyi.matching.pair.ModelQuestions;
import io.guiyi.matching.pair.ModelWeights;
import io.guiyi.matching.pair.PairAccount;
import io.guiyi.matching.pair.RecordReader;
import io.guiyi.matching.pair.RecordValues;
import io.guiyi.matching.pair.RecordWeigher;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.IdentityClaim;
import java.util.ArrayList;
import java.util.List;

/**
 * Weighs the pairs of a decision again as they were weighed when it was made: by its model, in its
 * population, without the numbers that had turned out to be somebody else's, and with terms as
 * common as they were then. What comes out is what the decision keeps, bit for bit. For one thread.
 */
public final class Reweighing {
  private final ModelQuestions questions;
  private final RecordReader reader;
  private final ModelWeights weights;
  private final RecordValues own;

  /**
   * Makes ready for the pairs of one decision.
   *
   * @param model by which it was made
   * @param population for how many records its prior was taken
   * @param own the version of the record that was decided about
   * @param numbersLost which of its valid numbers counted as somebody else's: bit 0 stands for the
   *     first
   */
  public Reweighing(KeptModel model, long population, IdentityClaim own, int numbersLost) {
    questions = ModelQuestions.of(model.trained().description());
    reader = new RecordReader(questions);
    weights = new ModelWeights(model.trained(), questions, population);
    this.own = values(own, numbersLost);
  }

  /**
   * How the weight of a pair comes about.
   *
   * @param other the version of the other record that was compared
   * @param stored what the decision keeps of the pair
   */
  public PairAccount account(IdentityClaim other, WeighedCandidate stored) {
    RecordWeigher weigher =
        new RecordWeigher(
            weights,
            (comparison, term) ->
                weights.ofTerm(comparison, term, bearers(stored, comparison, term)));
    return weigher.account(own, values(other, stored.numbersLost()));
  }

  private int bearers(WeighedCandidate stored, int comparison, String term) {
    String name = questions.comparison(comparison).name();
    for (WeighedCandidate.Answer answer : stored.answers()) {
      WeighedCandidate.Bearers bearers = answer.bearers();
      if (bearers != null && answer.comparison().equals(name)) {
        return own.term(comparison).equals(term) ? bearers.own() : bearers.other();
      }
    }
    return 0;
  }

  private RecordValues values(IdentityClaim claim, int numbersLost) {
    RecordValues borne = reader.read(Normalizer.profile(claim));
    List<String> lost = new ArrayList<>();
    List<IdNumber> numbers = reader.numbers(borne);
    for (int place = 0; place < numbers.size(); place++) {
      if ((numbersLost >> place & 1) == 1) {
        lost.add(numbers.get(place).text());
      }
    }
    return reader.without(borne, lost);
  }
}
