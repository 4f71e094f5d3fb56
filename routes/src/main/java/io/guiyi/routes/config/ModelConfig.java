package io.guiyi.routes.config;

import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.ModelDescription.BlockingRule;
import io.guiyi.matching.model.ModelDescription.Laws;
import io.guiyi.matching.model.ModelDescription.Ownership;
import io.guiyi.matching.model.ModelDescription.SourceColumns;
import io.guiyi.matching.model.ModelDescription.Support;
import io.guiyi.matching.model.ModelDescription.Thresholds;
import io.guiyi.matching.model.ModelDescription.Training;
import io.guiyi.matching.value.ValueKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a model of {@code matching/}: what a data set looks like and how to tell its records. */
public final class ModelConfig {
  private static final double MOST_BITS = 200;
  private static final int MOST_SUPPORTS = 8;

  private final ConfigNode root;

  private ModelConfig(ConfigNode root) {
    this.root = root;
  }

  /**
   * Reads a model file, wherever it lies.
   *
   * @throws ConfigRefused with every fault
   */
  public static ModelDescription read(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    ConfigFaults faults = new ConfigFaults();
    Path folder = Objects.requireNonNullElse(whole.getParent(), whole);
    ModelDescription model = read(ConfigFile.read(folder, whole, faults));
    faults.refuseIfAny();
    return model;
  }

  /** Reads a model. Where faults are noted, the answer is not to be used. */
  public static ModelDescription read(ConfigNode root) {
    return new ModelConfig(root).read();
  }

  private ModelDescription read() {
    String name = root.requiredText("model");
    if (!name.isEmpty() && !ModelWords.isName(name)) {
      root.fault("model", "model is '%s'".formatted(name), ModelWords.NAME);
    }
    ModelFields fields = ModelFields.read(root.section("fields"));
    List<SourceColumns> sources = sources(root.section("sources"), fields);
    ModelComparisons comparisons = ModelComparisons.read(root.sections("comparisons", 60), fields);
    if (comparisons.all().isEmpty()) {
      root.fault("comparisons", "comparisons is empty", "ask at least one question about a field");
    }
    List<BlockingRule> blocking = blocking(root.section("blocking"), fields);
    ConfigNode train = root.section("train");
    Thresholds thresholds = thresholds(root.section("thresholds"));
    ModelDescription model =
        new ModelDescription(
            name,
            sources,
            fields.all(),
            comparisons.all(),
            blocking,
            training(train, fields, comparisons),
            laws(root.section("laws"), thresholds.link(), fields, comparisons),
            thresholds);
    checkLearning(train, model);
    root.rejectUnknown();
    return model;
  }

  private static List<SourceColumns> sources(ConfigNode node, ModelFields fields) {
    List<SourceColumns> sources = new ArrayList<>();
    for (String source : node.keys()) {
      ConfigNode own = node.section(source);
      if (!ModelWords.isName(source)) {
        node.fault(source, "source is '%s'".formatted(source), ModelWords.NAME);
      }
      String id = own.requiredText("id");
      sources.add(new SourceColumns(source, id, columns(own.section("columns"), fields)));
      own.rejectUnknown();
    }
    if (sources.isEmpty()) {
      node.fault("", node.named("") + " is empty", "name at least one source, its id, its columns");
    }
    for (String field : fields.names()) {
      if (sources.stream().noneMatch(source -> source.columns().containsKey(field))) {
        fields.fault(
            field,
            "no source has columns for field " + field,
            "name them in the columns of a source, or remove the field");
      }
    }
    return sources;
  }

  private static Map<String, List<String>> columns(ConfigNode node, ModelFields fields) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (String field : node.keys()) {
      List<String> parts = fields.kind(field).map(ValueKind::parts).orElse(List.of());
      if (fields.kind(field).isEmpty()) {
        node.given(field);
        fields.unknown(node, field, field);
      } else if (node.isSection(field)) {
        columns.put(field, byPart(node.section(field), parts));
      } else {
        columns.put(field, inOrder(node, field, parts));
      }
      boolean named = columns.getOrDefault(field, parts).stream().anyMatch(c -> !c.isEmpty());
      if (!named) {
        node.fault(field, node.named(field) + " names no column", "name one, or remove the line");
      }
    }
    return columns;
  }

  private static List<String> byPart(ConfigNode node, List<String> parts) {
    List<String> columns = parts.stream().map(part -> node.text(part, "")).toList();
    node.rejectUnknown();
    return columns;
  }

  private static List<String> inOrder(ConfigNode node, String field, List<String> parts) {
    List<String> columns = node.isList(field) ? node.texts(field) : List.of(node.text(field, ""));
    if (columns.size() > parts.size()) {
      node.fault(
          field,
          "%s names %d columns".formatted(node.named(field), columns.size()),
          "name at most %d: %s".formatted(parts.size(), String.join(", ", parts)));
    }
    return columns.stream().map(String::strip).limit(parts.size()).toList();
  }

  private static List<BlockingRule> blocking(ConfigNode node, ModelFields fields) {
    int cap = node.number("cap", 2, 100_000, 300);
    List<BlockingRule> rules = ModelRules.read(node, "rules", cap, fields);
    if (rules.isEmpty()) {
      node.fault("rules", node.named("rules") + " is empty", "name a facet by which records meet");
    }
    node.rejectUnknown();
    return rules;
  }

  private static Training training(
      ConfigNode node, ModelFields fields, ModelComparisons comparisons) {
    List<BlockingRule> certain = ModelRules.read(node, "certain", 100_000, fields);
    if (certain.isEmpty()) {
      node.fault(
          "certain",
          node.named("certain") + " is empty",
          "name a rule whose pairs are nearly all one person");
    }
    double recall = node.decimal("recall", 0.001, 1, 0.5);
    List<BlockingRule> learn = ModelRules.read(node, "learn", 100_000, fields);
    if (learn.size() < 2) {
      node.fault(
          "learn",
          "%s has %d rules".formatted(node.named("learn"), learn.size()),
          "name at least 2: none can teach what its own keys fix");
    }
    List<ModelDescription.Given> given = comparisons.given(node.section("apart"));
    node.rejectUnknown();
    return new Training(certain, recall, learn, given);
  }

  private static void checkLearning(ConfigNode train, ModelDescription model) {
    for (ModelDescription.Comparison comparison : model.comparisons()) {
      if (model.training().learn().size() > 1
          && model.training().learn().stream()
              .noneMatch(rule -> model.leavesOpen(rule, comparison))) {
        train.fault(
            "learn",
            "no rule of %s leaves %s open".formatted(train.named("learn"), comparison.name()),
            "add one without a key of field " + comparison.field());
      }
    }
  }

  private static Laws laws(
      ConfigNode node, double link, ModelFields fields, ModelComparisons comparisons) {
    List<ModelDescription.Answers> cannotLink = comparisons.answers(node.section("cannot-link"));
    List<ModelDescription.Capped> capped = new ArrayList<>();
    List<String> grouped = new ArrayList<>();
    for (ConfigNode group : node.sections("capped", 20)) {
      List<String> names = comparisons.names(group, "comparisons");
      for (String name : names) {
        if (grouped.contains(name)) {
          group.fault(
              "comparisons", name + " is capped twice", "let it stand in one list of capped");
        }
      }
      grouped.addAll(names);
      capped.add(new ModelDescription.Capped(names, group.decimal("most", 0, MOST_BITS, 12)));
      group.rejectUnknown();
    }
    Laws laws =
        new Laws(cannotLink, capped, supports(node, link, comparisons), ownership(node, fields));
    node.rejectUnknown();
    return laws;
  }

  private static @Nullable Ownership ownership(ConfigNode node, ModelFields fields) {
    if (!node.given("ownership")) {
      return null;
    }
    ConfigNode own = node.section("ownership");
    Ownership ownership =
        new Ownership(
            fields.ofKind(own, "number", "resident-number"),
            fields.ofKind(own, "name", "han-name"),
            fields.ofKind(own, "birth", "birth"));
    own.rejectUnknown();
    return ownership;
  }

  private static List<Support> supports(
      ConfigNode node, double link, ModelComparisons comparisons) {
    return node.sections("support", MOST_SUPPORTS).stream()
        .map(own -> support(own, link, comparisons))
        .toList();
  }

  private static Support support(ConfigNode own, double link, ModelComparisons comparisons) {
    List<String> names = comparisons.names(own, "any-of");
    if (names.isEmpty()) {
      own.fault("any-of", own.named("any-of") + " is empty", "name comparisons, or remove support");
    }
    double least = own.decimal("least", -MOST_BITS, MOST_BITS, 0);
    ConfigNode others = own.section("least-of");
    Map<String, Double> leastOf = new LinkedHashMap<>();
    for (String name : names) {
      if (others.given(name)) {
        leastOf.put(name, others.decimal(name, -MOST_BITS, MOST_BITS, least));
      }
    }
    others.rejectUnknown();
    double otherwise = own.decimal("otherwise", -MOST_BITS, MOST_BITS, link - 3);
    if (otherwise >= link) {
      own.fault(
          "otherwise",
          "%s is %s, the link threshold %s".formatted(own.named("otherwise"), otherwise, link),
          "write less than the link threshold");
    }
    own.rejectUnknown();
    return new Support(names, least, leastOf, otherwise);
  }

  private static Thresholds thresholds(ConfigNode node) {
    double link = node.decimal("link", -MOST_BITS, MOST_BITS, 0);
    double review = node.decimal("review", -MOST_BITS, MOST_BITS, Math.min(link, link - 3));
    double floor = node.decimal("floor", -MOST_BITS, MOST_BITS, Math.min(-12, link - 6));
    if (review > link) {
      node.fault(
          "review",
          "%s is %s, above link, %s".formatted(node.named("review"), review, link),
          "write at most the link threshold");
    }
    if (floor > link) {
      node.fault(
          "floor",
          "%s is %s, above link, %s".formatted(node.named("floor"), floor, link),
          "write less than the link threshold");
    }
    Double strict = view(node, "strict", link, MOST_BITS);
    Double broad = view(node, "broad", Math.min(review, link), link);
    node.rejectUnknown();
    return new Thresholds(link, review, floor, strict, broad);
  }

  /** The threshold of a view that need not be there. */
  private static @Nullable Double view(ConfigNode node, String name, double least, double most) {
    return node.keys().contains(name) ? node.decimal(name, least, most, least) : null;
  }
}
