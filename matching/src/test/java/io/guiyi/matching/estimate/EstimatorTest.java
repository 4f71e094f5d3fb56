package io.guiyi.matching.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.column.RecordTableBuilder;
import io.guiyi.matching.model.Figures;
import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.ModelDescription.BlockingRule;
import io.guiyi.matching.model.ModelDescription.Comparison;
import io.guiyi.matching.model.ModelDescription.Field;
import io.guiyi.matching.model.ModelDescription.Key;
import io.guiyi.matching.model.ModelDescription.Laws;
import io.guiyi.matching.model.ModelDescription.SourceColumns;
import io.guiyi.matching.model.ModelDescription.Thresholds;
import io.guiyi.matching.model.ModelDescription.Training;
import io.guiyi.matching.pair.Questions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is learnt without labels")
class EstimatorTest {
  private static final int PERSONS = 3_000;

  /** How often the two records of a person agree in each field. */
  private static final double[] AGREE = {0.95, 0.9, 0.8, 0.7};

  /** How many values each field has, all of them equally common. */
  private static final int[] VALUES = {400, 300, 60, 12};

  private static final List<String> NAMES = List.of("a", "b", "c", "d");

  private static BlockingRule rule(String... fields) {
    return new BlockingRule(
        Arrays.stream(fields).map(field -> new Key(field, "whole")).toList(), List.of(), 10_000);
  }

  private static ModelDescription model() {
    double both = AGREE[0] * AGREE[1];
    return new ModelDescription(
        "known",
        List.of(new SourceColumns("s", "id", Map.of())),
        NAMES.stream().map(name -> new Field(name, "code")).toList(),
        NAMES.stream()
            .map(name -> new Comparison(name, name, "", List.of("same"), false, List.of()))
            .toList(),
        List.of(rule("a")),
        new Training(
            List.of(rule("a", "b")),
            both,
            List.of(rule("a"), rule("b"), rule("c", "d")),
            List.of()),
        Laws.NONE,
        new Thresholds(0, -3, -12));
  }

  /** Persons with two records each; the second one differs where chance wants it. */
  private static RecordTable table(long seed, boolean backwards) {
    Random random = new Random(seed);
    RecordTableBuilder builder = new RecordTableBuilder(model());
    String[][] rows = new String[2 * PERSONS][AGREE.length];
    for (int person = 0; person < PERSONS; person++) {
      for (int field = 0; field < AGREE.length; field++) {
        int value = random.nextInt(VALUES[field]);
        int other = (value + 1 + random.nextInt(VALUES[field] - 1)) % VALUES[field];
        rows[2 * person][field] = Integer.toString(value);
        rows[2 * person + 1][field] =
            Integer.toString(random.nextDouble() < AGREE[field] ? value : other);
      }
    }
    Stream<String[]> ordered =
        backwards ? Arrays.asList(rows).reversed().stream() : Arrays.stream(rows);
    ordered.forEach(row -> {
      int[] numbers = new int[row.length];
      Arrays.setAll(numbers, field -> builder.lexicon(field).number(List.of(row[field])));
      builder.add(numbers);
    });
    return builder.build();
  }

  private static Figures learnt(long seed, boolean backwards) {
    RecordTable table = table(seed, backwards);
    return new Estimator(table, Questions.of(table)).figures();
  }

  @Test
  @DisplayName("is what the records were made with: m, u and the prior")
  void recoversWhatIsKnown() {
    Figures figures = learnt(20_261_122L, false);
    for (int field = 0; field < AGREE.length; field++) {
      Figures.OfComparison own = figures.comparisons().get(field);
      assertThat(own.m().getFirst()).as("m of %d", field).isCloseTo(AGREE[field], within(0.03));
      assertThat(own.u().getFirst() * VALUES[field])
          .as("u of %d, times its values", field)
          .isCloseTo(1, within(0.1));
      assertThat(own.m().getFirst() + own.m().getLast()).isCloseTo(1, within(1e-9));
      assertThat(own.u().getFirst() + own.u().getLast()).isCloseTo(1, within(1e-9));
    }
    double records = 2.0 * PERSONS;
    assertThat(figures.prior() * records * (records - 1) / 2 / PERSONS)
        .as("pairs of one person, as the prior has them, for each there is")
        .isCloseTo(1, within(0.2));
  }

  @Test
  @DisplayName("is the same to the last digit in any order of the records")
  void orderDecidesNothing() {
    assertThat(learnt(7, true)).isEqualTo(learnt(7, false));
  }
}
