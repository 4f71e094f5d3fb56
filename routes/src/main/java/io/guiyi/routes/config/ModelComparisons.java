package io.guiyi.routes.config;

import io.guiyi.matching.model.ModelDescription.Answers;
import io.guiyi.matching.model.ModelDescription.Comparison;
import io.guiyi.matching.model.ModelDescription.Given;
import io.guiyi.matching.pair.ModelQuestions;
import io.guiyi.matching.value.ModelWordException;
import io.guiyi.matching.value.ValueKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The comparisons of a model, and their levels. */
final class ModelComparisons {
  private static final double LEAST_SHARE = 1e-12;

  private final ModelFields fields;
  private final List<Comparison> comparisons = new ArrayList<>();
  private final Map<String, List<String>> levelsByName = new LinkedHashMap<>();
  private int bits;

  private ModelComparisons(ModelFields fields) {
    this.fields = fields;
  }

  static ModelComparisons read(List<ConfigNode> nodes, ModelFields fields) {
    ModelComparisons comparisons = new ModelComparisons(fields);
    nodes.forEach(comparisons::add);
    return comparisons;
  }

  List<Comparison> all() {
    return List.copyOf(comparisons);
  }

  private void add(ConfigNode node) {
    String about = node.requiredText("about");
    String name = node.text("name", about);
    if (levelsByName.containsKey(name)) {
      node.fault("name", "comparison %s stands twice".formatted(name), "give each its own name");
    }
    int dot = about.indexOf('.');
    String field = dot < 0 ? about : about.substring(0, dot);
    String of = dot < 0 ? "" : about.substring(dot + 1);
    fields.unknown(node, "about", field);
    List<ConfigNode.Item> written = node.items("levels");
    List<String> levels = written.stream().map(ConfigNode.Item::text).toList();
    if (levels.isEmpty()) {
      node.fault("levels", node.named("levels") + " is empty", "write answers, best first: [same]");
    }
    Optional<ValueKind<?>> kind = fields.kind(field);
    List<String> known = kind.map(k -> checked(node, k, of, written)).orElse(levels);
    List<Answers> impliedBy = answers(node.section("implied-by"));
    bits += ModelQuestions.bits(known.size());
    if (bits > ModelQuestions.MOST_BITS) {
      node.fault(
          "levels",
          "the answers need %d bits up to %s".formatted(bits, name),
          "ask fewer questions or with fewer levels: %d bits are the most"
              .formatted(ModelQuestions.MOST_BITS));
    }
    comparisons.add(
        new Comparison(name, field, of, levels, node.flag("frequency", false), impliedBy));
    levelsByName.putIfAbsent(name, known);
    node.rejectUnknown();
  }

  /** All levels that the ladder will have; those that the kind does not know are noted. */
  private static List<String> checked(
      ConfigNode node, ValueKind<?> kind, String of, List<ConfigNode.Item> written) {
    try {
      kind.ladder(of, List.of());
    } catch (ModelWordException e) {
      node.fault("about", node.named("about") + ": " + e.problem(), e.remedy());
      return written.stream().map(ConfigNode.Item::text).toList();
    }
    List<String> known = new ArrayList<>();
    for (ConfigNode.Item item : written) {
      try {
        kind.ladder(of, List.of(item.text()));
        if (known.contains(item.text())) {
          node.faultAt(
              item.line(), "level '%s' stands twice".formatted(item.text()), "keep the first");
        } else {
          known.add(item.text());
        }
      } catch (ModelWordException e) {
        node.faultAt(item.line(), node.named("levels") + ": " + e.problem(), e.remedy());
      }
    }
    try {
      return kind.ladder(of, known).levels();
    } catch (ModelWordException e) {
      node.fault("levels", node.named("levels") + " out of order: " + e.problem(), e.remedy());
      return known;
    }
  }

  /** Reads {@code comparison: [level, ...]} lines about comparisons known so far. */
  List<Answers> answers(ConfigNode node) {
    List<Answers> answers = new ArrayList<>();
    for (String comparison : node.keys()) {
      List<ConfigNode.Item> levels = node.items(comparison);
      List<String> known = levelsByName.getOrDefault(comparison, List.of());
      if (!levelsByName.containsKey(comparison)) {
        node.fault(comparison, noSuch(node.named(comparison), comparison), remedy());
      } else if (levels.isEmpty()) {
        node.fault(comparison, node.named(comparison) + " is empty", "name levels: [same]");
      }
      for (ConfigNode.Item level : levels) {
        if (levelsByName.containsKey(comparison) && !known.contains(level.text())) {
          node.faultAt(
              level.line(),
              "%s: '%s' is no level of it".formatted(node.named(comparison), level.text()),
              "write one of: " + String.join(", ", known));
        }
      }
      answers.add(new Answers(comparison, levels.stream().map(ConfigNode.Item::text).toList()));
    }
    return answers;
  }

  /** Reads {@code comparison: { level: share, ... }} lines. */
  List<Given> given(ConfigNode node) {
    List<Given> given = new ArrayList<>();
    for (String comparison : node.keys()) {
      ConfigNode levels = node.section(comparison);
      List<String> known = levelsByName.getOrDefault(comparison, List.of());
      if (known.isEmpty()) {
        node.fault(comparison, noSuch(node.named(comparison), comparison), remedy());
      }
      for (String level : levels.keys()) {
        double share = levels.decimal(level, LEAST_SHARE, 1 - LEAST_SHARE, LEAST_SHARE);
        if (!known.isEmpty() && !known.contains(level)) {
          levels.fault(
              level,
              "%s is no level of %s".formatted(levels.named(level), comparison),
              "write one of: " + String.join(", ", known));
        }
        given.add(new Given(comparison, level, share));
      }
    }
    return given;
  }

  /** The names of comparisons in the list under {@code key}. */
  List<String> names(ConfigNode node, String key) {
    List<ConfigNode.Item> items = node.items(key);
    for (ConfigNode.Item item : items) {
      if (!levelsByName.containsKey(item.text())) {
        node.faultAt(item.line(), noSuch(node.named(key), item.text()), remedy());
      }
    }
    return items.stream().map(ConfigNode.Item::text).toList();
  }

  private static String noSuch(String place, String comparison) {
    return "%s: '%s' is no comparison that stands before".formatted(place, comparison);
  }

  private String remedy() {
    return levelsByName.isEmpty()
        ? "remove it, or put that comparison first"
        : "write one of: " + String.join(", ", levelsByName.keySet());
  }
}
