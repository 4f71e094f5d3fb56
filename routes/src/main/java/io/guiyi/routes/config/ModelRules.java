package io.guiyi.routes.config;

import io.guiyi.matching.model.ModelDescription.BlockingRule;
import io.guiyi.matching.model.ModelDescription.Key;
import io.guiyi.matching.value.ModelWordException;
import java.util.ArrayList;
import java.util.List;

/** Reads rules such as {@code name.both + birth.year | postcode.first-word}. */
final class ModelRules {
  private static final String WHOLE = "whole";

  private final ConfigNode node;
  private final String key;
  private final ModelFields fields;

  private ModelRules(ConfigNode node, String key, ModelFields fields) {
    this.node = node;
    this.key = key;
    this.fields = fields;
  }

  static List<BlockingRule> read(ConfigNode node, String key, int cap, ModelFields fields) {
    ModelRules rules = new ModelRules(node, key, fields);
    return node.items(key).stream().map(item -> rules.rule(item, cap)).toList();
  }

  private BlockingRule rule(ConfigNode.Item item, int cap) {
    String text = item.text();
    int bar = text.indexOf('|');
    List<Key> keys = keys(item, bar < 0 ? text : text.substring(0, bar));
    List<Key> refine = bar < 0 ? List.of() : keys(item, text.substring(bar + 1));
    return new BlockingRule(keys, refine, cap);
  }

  private List<Key> keys(ConfigNode.Item item, String text) {
    List<Key> keys = new ArrayList<>();
    for (String written : text.split("\\+", -1)) {
      keys.add(key(item, written.strip()));
    }
    return keys;
  }

  private Key key(ConfigNode.Item item, String written) {
    int dot = written.indexOf('.');
    String field = dot < 0 ? written : written.substring(0, dot);
    String facet = dot < 0 ? WHOLE : written.substring(dot + 1);
    if (!fields.has(field)) {
      node.faultAt(item.line(), fields.unknownField(node.named(key), field), fields.remedy());
    }
    fields
        .kind(field)
        .ifPresent(kind -> {
          try {
            kind.facet(facet);
          } catch (ModelWordException e) {
            node.faultAt(item.line(), "%s: %s".formatted(node.named(key), e.problem()), e.remedy());
          }
        });
    return new Key(field, facet);
  }
}
