package io.guiyi.routes.config;

import io.guiyi.matching.model.ModelDescription.Field;
import io.guiyi.matching.value.ModelWordException;
import io.guiyi.matching.value.ValueKind;
import io.guiyi.matching.value.ValueKinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a model, and what their kinds know. */
final class ModelFields {
  private final ConfigNode node;
  private final Map<String, Optional<ValueKind<?>>> kinds = new LinkedHashMap<>();
  private final List<Field> fields = new ArrayList<>();

  private ModelFields(ConfigNode node) {
    this.node = node;
  }

  static ModelFields read(ConfigNode node) {
    ModelFields fields = new ModelFields(node);
    node.keys().forEach(fields::add);
    if (fields.fields.isEmpty()) {
      node.fault("", "fields is empty", "write one 'name: kind' a line");
    }
    return fields;
  }

  private void add(String name) {
    if (!ModelWords.isName(name)) {
      node.fault(name, "field is '%s'".formatted(name), ModelWords.NAME);
    }
    String kind = node.requiredText(name);
    fields.add(new Field(name, kind));
    try {
      kinds.put(name, Optional.of(ValueKinds.named(kind)));
    } catch (ModelWordException e) {
      kinds.put(name, Optional.empty());
      node.fault(name, "%s: %s".formatted(node.named(name), e.problem()), e.remedy());
    }
  }

  List<Field> all() {
    return List.copyOf(fields);
  }

  List<String> names() {
    return List.copyOf(kinds.keySet());
  }

  boolean has(String field) {
    return kinds.containsKey(field);
  }

  /** The kind of a field; empty if the field or its kind is unknown. */
  Optional<ValueKind<?>> kind(String field) {
    return kinds.getOrDefault(field, Optional.empty());
  }

  /** The field that {@code key} names, which must be of that kind. */
  String ofKind(ConfigNode where, String key, String kind) {
    String field = where.requiredText(key);
    if (!field.isEmpty() && !has(field)) {
      where.fault(key, unknownField(where.named(key), field), remedy());
    } else if (kind(field).filter(known -> !known.name().equals(kind)).isPresent()) {
      where.fault(
          key,
          "%s: field %s is no %s".formatted(where.named(key), field, kind),
          "name a field of kind " + kind);
    }
    return field;
  }

  /** Notes a fault at the line of a field. */
  void fault(String field, String problem, String remedy) {
    node.fault(field, problem, remedy);
  }

  /** Notes that there is no such field, unless it is one whose kind is at fault already. */
  void unknown(ConfigNode where, String key, String field) {
    if (!has(field)) {
      where.fault(key, unknownField(where.named(key), field), remedy());
    }
  }

  String unknownField(String place, String field) {
    return "%s: '%s' is no field of the model".formatted(place, field);
  }

  String remedy() {
    return "write one of: " + String.join(", ", kinds.keySet());
  }
}
