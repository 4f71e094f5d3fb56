package io.guiyi.matching.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.matching.Invented;
import io.guiyi.matching.compare.Comparer;
import io.guiyi.matching.compare.Comparison;
import io.guiyi.matching.compare.ComparisonLevel;
import io.guiyi.matching.compare.NameLevel;
import io.guiyi.matching.normalize.Profile;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A pair is weighed")
class WeigherTest {
  private final MatchModel model = MatchModel.handSet();
  private final Weigher weigher = new Weigher(model);

  @Test
  void the_weight_is_the_sum_of_its_explanation() {
    Explanation explanation = explain(row("周敏", "13900001111"), row("周敏", "13900001111"));
    assertThat(explanation.value())
        .isEqualTo(explanation.details().stream().mapToLong(Explanation::value).sum());
    assertThat(explanation.toString())
        .contains("NAME EXACT", "BIRTH_DATE EXACT", "PHONE SAME", "-17.00 = prior")
        .doesNotContain("周敏", "139", "1990");
  }

  @Test
  void contacts_cannot_add_up_beyond_their_cap() {
    Explanation contacts =
        explain(row("周敏", "13900001111"), row("周敏", "13900001111")).details().getLast();
    assertThat(contacts.details().stream().mapToLong(Explanation::value).sum())
        .isGreaterThan(model.thresholds().contactCap());
    assertThat(contacts.value()).isEqualTo(model.thresholds().contactCap());
  }

  @ParameterizedTest
  @EnumSource(Comparison.class)
  void missing_weighs_nothing(Comparison comparison) {
    comparison.levels().stream()
        .filter(level -> level.name().equals("MISSING"))
        .forEach(level -> assertThat(model.weight(level)).isZero());
  }

  @Test
  void a_rare_surname_says_more_than_a_common_one() {
    assertThat(explain(row("仉敏", ""), row("仉敏", "")).value())
        .isGreaterThan(explain(row("周敏", ""), row("周敏", "")).value());
    assertThat(explain(row("周敏", ""), row("周敏", "")).value())
        .isGreaterThan(explain(row("王敏", ""), row("王敏", "")).value());
  }

  @Test
  void a_typing_error_is_not_taken_for_a_rare_surname() {
    assertThat(explain(row("王敏", ""), row("亡敏", "")).value())
        .isLessThanOrEqualTo(explain(row("王敏", ""), row("汪敏", "")).value());
  }

  @Test
  void the_hash_names_the_whole_model() {
    assertThat(model.hash()).hasSize(64).isEqualTo(MatchModel.handSet().hash());
    Map<ComparisonLevel, Long> weights = weights();
    assertThat(new MatchModel(model.name(), weights, model.thresholds()).hash())
        .isEqualTo(model.hash());
    weights.merge(NameLevel.EXACT, 1L, Long::sum);
    assertThat(new MatchModel(model.name(), weights, model.thresholds()).hash())
        .isNotEqualTo(model.hash());
  }

  @Test
  void a_model_without_a_weight_for_a_level_is_refused() {
    Map<ComparisonLevel, Long> weights = weights();
    weights.remove(NameLevel.WILDCARD);
    assertThatThrownBy(() -> new MatchModel("gap", weights, model.thresholds()))
        .hasMessageContaining("no weight for NAME WILDCARD");
  }

  private Map<ComparisonLevel, Long> weights() {
    Map<ComparisonLevel, Long> weights = new HashMap<>();
    Map<Comparison, Integer> counts = new EnumMap<>(Comparison.class);
    for (Comparison comparison : Comparison.values()) {
      comparison.levels().forEach(level -> weights.put(level, model.weight(level)));
      counts.put(comparison, comparison.levels().size());
    }
    assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(weights.size());
    return weights;
  }

  private Explanation explain(Profile a, Profile b) {
    Explanation explanation = weigher.explain(Comparer.compare(a, b), a.name(), b.name());
    assertThat(weigher.explain(Comparer.compare(b, a), b.name(), a.name()).value())
        .isEqualTo(explanation.value());
    return explanation;
  }

  private static Profile row(String name, String phone) {
    return Invented.profile(
        Invented.row(name, "", "2", "1990-03-07", phone, "慈溪市五里村88号203室", "恒达轴承"));
  }
}
