package io.guiyi.routes.config;

import io.guiyi.matching.model.Figures;
import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.ModelDescription.Answers;
import io.guiyi.matching.model.ModelDescription.BlockingRule;
import io.guiyi.matching.model.ModelDescription.Comparison;
import io.guiyi.matching.model.ModelDescription.Given;
import io.guiyi.matching.model.ModelDescription.Key;
import io.guiyi.matching.model.ModelDescription.Laws;
import io.guiyi.matching.model.ModelDescription.Ownership;
import io.guiyi.matching.model.ModelDescription.SourceColumns;
import io.guiyi.matching.model.ModelDescription.Support;
import io.guiyi.matching.model.ModelDescription.Thresholds;
import io.guiyi.matching.model.TrainedModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The one text of a model: what people wrote, under the same keys, and what was learnt. */
final class ModelText {
  /** The first key of the text, and the version of its form. */
  static final String FORMAT = "guiyi-model";

  static final long VERSION = 1;

  private ModelText() {}

  static String of(TrainedModel model) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put(FORMAT, VERSION);
    text.put("description", description(model.description()));
    Figures figures = model.figures();
    text.put("records", figures.records());
    text.put("prior", figures.prior());
    text.put("figures", figures.comparisons().stream().map(ModelText::figures).toList());
    if (model.labelled() != null) {
      text.put(
          "calibration",
          model.labelled().points().stream()
              .map(point -> map("weight", point.weight(), "probability", point.probability()))
              .toList());
    }
    return PlainJson.write(text);
  }

  private static Map<String, Object> figures(Figures.OfComparison figures) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("m", figures.m());
    text.put("u", figures.u());
    text.put("total", figures.total());
    text.put("terms", new TreeMap<>(figures.terms()));
    return text;
  }

  private static Map<String, Object> description(ModelDescription model) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("model", model.name());
    Map<String, Object> sources = new LinkedHashMap<>();
    model.sources().forEach(source -> sources.put(source.source(), source(model, source)));
    text.put("sources", sources);
    Map<String, Object> fields = new LinkedHashMap<>();
    model.fields().forEach(field -> fields.put(field.name(), field.kind()));
    text.put("fields", fields);
    text.put("comparisons", model.comparisons().stream().map(ModelText::comparison).toList());
    text.put(
        "blocking",
        map("cap", model.blocking().getFirst().cap(), "rules", rules(model.blocking())));
    text.put(
        "train",
        map(
            "certain",
            rules(model.training().certain()),
            "recall",
            model.training().recall(),
            "learn",
            rules(model.training().learn()),
            "apart",
            given(model.training().given())));
    text.put("laws", laws(model.laws()));
    text.put("thresholds", thresholds(model.thresholds()));
    return text;
  }

  private static Map<String, Object> thresholds(Thresholds thresholds) {
    Map<String, Object> text =
        map("link", thresholds.link(), "review", thresholds.review(), "floor", thresholds.floor());
    if (thresholds.strict() != null) {
      text.put("strict", thresholds.strict());
    }
    if (thresholds.broad() != null) {
      text.put("broad", thresholds.broad());
    }
    return text;
  }

  private static Map<String, Object> source(ModelDescription model, SourceColumns source) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (ModelDescription.Field field : model.fields()) {
      List<String> own = source.columns().get(field.name());
      if (own != null) {
        columns.put(field.name(), own);
      }
    }
    return map("id", source.id(), "columns", columns);
  }

  private static Map<String, Object> comparison(Comparison comparison) {
    String about =
        comparison.of().isEmpty() ? comparison.field() : comparison.field() + '.' + comparison.of();
    return map(
        "name",
        comparison.name(),
        "about",
        about,
        "levels",
        comparison.levels(),
        "frequency",
        comparison.frequency(),
        "implied-by",
        answers(comparison.impliedBy()));
  }

  private static Map<String, Object> laws(Laws laws) {
    Map<String, Object> text =
        map(
            "cannot-link",
            answers(laws.cannotLink()),
            "capped",
            laws.capped().stream()
                .map(capped -> map("comparisons", capped.comparisons(), "most", capped.most()))
                .toList());
    text.put("support", laws.supports().stream().map(ModelText::support).toList());
    Ownership ownership = laws.ownership();
    if (ownership != null) {
      text.put(
          "ownership",
          map("number", ownership.number(), "name", ownership.name(), "birth", ownership.birth()));
    }
    return text;
  }

  private static Map<String, Object> support(Support support) {
    return map(
        "any-of",
        support.comparisons(),
        "least",
        support.least(),
        "least-of",
        new TreeMap<>(support.leastOf()),
        "otherwise",
        support.otherwise());
  }

  private static Map<String, Object> given(List<Given> given) {
    Map<String, Map<String, Object>> byComparison = new LinkedHashMap<>();
    given.forEach(one ->
        byComparison
            .computeIfAbsent(one.comparison(), _ -> new LinkedHashMap<>())
            .put(one.level(), one.u()));
    return new LinkedHashMap<>(byComparison);
  }

  private static Map<String, Object> answers(List<Answers> answers) {
    Map<String, Object> text = new LinkedHashMap<>();
    answers.forEach(some -> text.put(some.comparison(), some.levels()));
    return text;
  }

  private static List<String> rules(List<BlockingRule> rules) {
    return rules.stream()
        .map(rule ->
            rule.refine().isEmpty()
                ? rule.text()
                : rule.text()
                    + rule.refine().stream()
                        .map(Key::toString)
                        .collect(Collectors.joining(" + ", " | ", "")))
        .toList();
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return map;
  }
}
