package io.guiyi.matching.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.matching.CityModel;
import io.guiyi.matching.block.Blocks;
import io.guiyi.matching.city.CityRecords;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.column.RecordTableBuilder;
import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.ModelDescription.Laws;
import io.guiyi.matching.model.TrainedModel;
import io.guiyi.matching.normalize.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("In a table and as single records")
class SameWeightsTest {
  private static final int PEOPLE = 400;

  @ParameterizedTest(name = "all proposed pairs have the same pattern and weight, seed {0}")
  @ValueSource(longs = {3, 4})
  void same(long seed) {
    List<Profile> profiles = CityRecords.of(PEOPLE, seed, 3);
    TrainedModel learnt = CityRecords.model().trained();
    TrainedModel model = new TrainedModel(everybodysNumbers(), learnt.figures());
    RecordReader reader = new RecordReader(ModelQuestions.of(model.description()));
    List<RecordValues> values = profiles.stream().map(reader::read).toList();
    RecordTable table = table(model.description(), values);
    Questions questions = Questions.of(table);
    long population = learnt.figures().population(table.records());
    PairWeigher ofPairs = new PairWeigher(questions, Weights.of(model, questions, population));
    ModelWeights weights = new ModelWeights(model, reader.questions(), population);
    RecordWeigher ofRecords = new RecordWeigher(weights, termWeights(weights, values));
    int[] recordOf = new int[table.units()];
    for (int record = 0; record < values.size(); record++) {
      recordOf[table.unitOf(record)] = record;
    }
    Blocks blocks = Blocks.of(table, model.description().blocking());
    int[] seen = new int[table.units()];
    int[] pairs = new int[1];
    for (int unit = 0; unit < table.units(); unit++) {
      blocks.after(
          unit,
          seen,
          (a, b) -> {
            RecordValues left = values.get(recordOf[a]);
            RecordValues right = values.get(recordOf[b]);
            long weight = ofPairs.weight(a, b);
            assertThat(ofRecords.weight(left, right)).isEqualTo(weight);
            assertThat(ofRecords.pattern()).isEqualTo(ofPairs.pattern());
            assertThat(ofRecords.isForbidden()).isEqualTo(ofPairs.isForbidden());
            assertThat(ofRecords.weight(right, left)).as("symmetric").isEqualTo(weight);
            assertThat(ofRecords.account(left, right)).isEqualTo(ofPairs.account(a, b));
            pairs[0]++;
          });
    }
    assertThat(pairs[0]).isGreaterThan(PEOPLE);
  }

  /** Whose a number is, is settled before records are weighed; here everybody keeps what he has. */
  private static ModelDescription everybodysNumbers() {
    ModelDescription whole = CityModel.DESCRIPTION;
    Laws laws = whole.laws();
    return new ModelDescription(
        whole.name(),
        whole.sources(),
        whole.fields(),
        whole.comparisons(),
        whole.blocking(),
        whole.training(),
        new Laws(laws.cannotLink(), laws.capped(), laws.supports(), null),
        whole.thresholds());
  }

  private static RecordTable table(ModelDescription model, List<RecordValues> values) {
    RecordTableBuilder builder = new RecordTableBuilder(model);
    values.forEach(value -> builder.add(value::value));
    return builder.build();
  }

  private static RecordWeigher.TermWeight termWeights(
      ModelWeights weights, List<RecordValues> values) {
    Map<String, Integer> bearers = new HashMap<>();
    for (RecordValues value : values) {
      for (int i = 0; i < weights.questions().size(); i++) {
        bearers.merge(i + value.term(i), 1, Integer::sum);
      }
    }
    return (comparison, term) ->
        weights.ofTerm(comparison, term, bearers.getOrDefault(comparison + term, 0));
  }
}
