package io.guiyi.matching.block;

import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.ModelDescription.BlockingRule;
import io.guiyi.matching.model.ModelDescription.Key;
import io.guiyi.matching.value.Facet;
import io.guiyi.matching.value.Hash64;
import io.guiyi.matching.value.ValueKind;
import io.guiyi.matching.value.ValueKinds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one record under a model's blocking rules: the same that {@link Blocks} gives it in a
 * table. For one thread, because it keeps its room from one record to the next.
 */
public final class RecordKeys {
  private final List<BlockingRule> rules;
  private final View<?>[] views;
  private final int[][] viewsOfRule;
  private final int[][] viewsOfRefining;
  private final Combinations combinations = new Combinations();
  private final long[] target = new long[Combinations.MOST_KEYS];

  /** A facet of a field, and the keys of the record at hand under it. */
  private static final class View<V> {
    private final int field;
    private final Facet<V> facet;
    private final KeyList keys = new KeyList();

    View(int field, ValueKind<V> kind, String facet) {
      this.field = field;
      this.facet = kind.facet(facet);
    }

    @SuppressWarnings("unchecked") // a field holds values of its kind alone
    void read(IntFunction<? extends @Nullable Object> values) {
      keys.clear();
      Object value = values.apply(field);
      if (value != null) {
        keys.take(facet, (V) value);
      }
    }
  }

  /**
   * The keys under one rule.
   *
   * @param rule its place in the model
   * @param keys each once
   * @param refined behind each key, in the order of the keys, that key together with each refining
   *     key; empty if the rule is not refined or the record has no refining key
   */
  public record OfRule(int rule, long[] keys, long[] refined) {
    /** How many refining keys the record has. */
    public int refining() {
      return refined.length / keys.length;
    }
  }

  /** Makes keys under the blocking rules of a model. */
  public RecordKeys(ModelDescription model) {
    rules = model.blocking();
    Map<Key, View<?>> known = new LinkedHashMap<>();
    Map<Key, Integer> places = new LinkedHashMap<>();
    List<String> fields = model.fields().stream().map(ModelDescription.Field::name).toList();
    for (BlockingRule rule : rules) {
      for (List<Key> keys : List.of(rule.keys(), rule.refine())) {
        for (Key key : keys) {
          int field = fields.indexOf(key.field());
          ValueKind<?> kind = ValueKinds.named(model.fields().get(field).kind());
          known.computeIfAbsent(key, _ -> new View<>(field, kind, key.facet()));
          places.putIfAbsent(key, places.size());
        }
      }
    }
    views = known.values().toArray(View<?>[]::new);
    viewsOfRule = rules.stream().map(r -> places(r.keys(), places)).toArray(int[][]::new);
    viewsOfRefining = rules.stream().map(r -> places(r.refine(), places)).toArray(int[][]::new);
  }

  private static int[] places(List<Key> keys, Map<Key, Integer> places) {
    return keys.stream().mapToInt(key -> places.getOrDefault(key, 0)).toArray();
  }

  /** The rules, in the order of their places. */
  public List<BlockingRule> rules() {
    return rules;
  }

  /**
   * The keys of a record; rules that give it none are left out.
   *
   * @param values the value of a field by the field's place in the model; null if it is missing
   */
  public List<OfRule> of(IntFunction<? extends @Nullable Object> values) {
    for (View<?> view : views) {
      view.read(values);
    }
    List<OfRule> found = new ArrayList<>(rules.size());
    for (int rule = 0; rule < viewsOfRule.length; rule++) {
      int count = combined(viewsOfRule[rule]);
      if (count > 0) {
        long[] keys = Arrays.copyOf(target, count);
        found.add(new OfRule(rule, keys, refined(keys, viewsOfRefining[rule])));
      }
    }
    return found;
  }

  private long[] refined(long[] keys, int[] refining) {
    int count = refining.length == 0 ? 0 : combined(refining);
    long[] refined = new long[keys.length * count];
    for (int i = 0; i < refined.length; i++) {
      refined[i] = Hash64.of(keys[i / count], target[i % count]);
    }
    return refined;
  }

  private int combined(int[] of) {
    combinations.begin();
    for (int view : of) {
      KeyList keys = views[view].keys;
      if (!combinations.with(keys.keys(), 0, keys.size())) {
        return 0;
      }
    }
    return combinations.end(target);
  }
}
