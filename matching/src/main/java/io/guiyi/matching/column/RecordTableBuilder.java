package io.guiyi.matching.column;

import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.ModelDescription.Comparison;
import io.guiyi.matching.model.ModelDescription.Ownership;
import io.guiyi.matching.value.Hash64;
import io.guiyi.matching.value.Ladder;
import io.guiyi.matching.value.ValueKinds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Takes records one by one and makes a {@link RecordTable} of them. For one thread. */
public final class RecordTableBuilder {
  private final ModelDescription model;
  private final List<Lexicon<?>> lexicons = new ArrayList<>();
  private int[][] columns;
  private final Map<Integer, Long> apart = new HashMap<>();
  private int size;

  /** An empty table for the fields of a model. */
  public RecordTableBuilder(ModelDescription model) {
    this.model = model;
    for (ModelDescription.Field field : model.fields()) {
      lexicons.add(new Lexicon<>(ValueKinds.named(field.kind())));
    }
    columns = new int[lexicons.size()][1024];
  }

  /** The values of a field met so far. */
  public Lexicon<?> lexicon(int field) {
    return lexicons.get(field);
  }

  /**
   * Adds a record.
   *
   * @param numbers of its values, in the order of the model's fields, given out by {@link #lexicon}
   * @return its place
   */
  public int add(int[] numbers) {
    if (size == columns[0].length) {
      for (int field = 0; field < columns.length; field++) {
        columns[field] = Arrays.copyOf(columns[field], 2 * size);
      }
    }
    for (int field = 0; field < columns.length; field++) {
      columns[field][size] = numbers[field];
    }
    return size++;
  }

  /**
   * Adds a record whose values were read already.
   *
   * @param values by the places of the model's fields, each of its field's kind; null if missing
   * @return its place
   */
  public int add(IntFunction<? extends @Nullable Object> values) {
    int[] numbers = new int[columns.length];
    for (int field = 0; field < numbers.length; field++) {
      Object value = values.apply(field);
      numbers[field] = value == null ? Lexicon.MISSING : number(lexicons.get(field), value);
    }
    return add(numbers);
  }

  @SuppressWarnings("unchecked") // a field's values are of its kind
  private static <V> int number(Lexicon<V> lexicon, Object value) {
    return lexicon.add((V) value);
  }

  /**
   * Keeps a record apart from all others of the same content, because something is known about it
   * that its values do not say.
   */
  public void keepApart(int place, long number) {
    apart.put(place, number);
  }

  /** Gives a record that was added before another content. */
  public void replace(int place, int[] numbers) {
    for (int field = 0; field < columns.length; field++) {
      columns[field][place] = numbers[field];
    }
  }

  /** The number of a record's value of a field. */
  public int number(int place, int field) {
    return columns[field][place];
  }

  /** The table of all records added; the builder is used up. */
  public RecordTable build() {
    long[] digests = digests();
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    LongOrder.sort(digests, order, size);
    bringTogether(order, digests);
    int[] unitOfRecord = new int[size];
    int[] members = new int[size];
    int[] first = new int[size];
    int units = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || digests[i] != digests[i - 1] || !same(order[i], order[i - 1])) {
        first[units++] = order[i];
      }
      unitOfRecord[order[i]] = units - 1;
      members[units - 1]++;
    }
    int[][] byUnit = new int[columns.length][units];
    for (int field = 0; field < columns.length; field++) {
      int[] column = columns[field];
      int[] target = byUnit[field];
      Arrays.setAll(target, unit -> column[first[unit]]);
      lexicons.get(field).renumber(target);
    }
    columns = new int[0][];
    lexicons.forEach(Lexicon::seal);
    RecordTable table =
        new RecordTable(model, lexicons, byUnit, unitOfRecord, Arrays.copyOf(members, units));
    Ownership ownership = model.laws().ownership();
    return ownership == null ? table : NumberOwners.settle(table, ownership);
  }

  /**
   * Puts records side by side that agree in what is asked first: most pairs are of such, and
   * neighbours are found in the same stretch of memory. Within them the order by digest stays.
   */
  private void bringTogether(int[] order, long[] digests) {
    long[] neighbourhood = new long[size];
    for (Comparison comparison : model.comparisons()) {
      int field = fieldOf(comparison);
      long[] terms = terms(lexicons.get(field), comparison);
      for (int i = 0; i < size; i++) {
        if (neighbourhood[i] == 0) {
          neighbourhood[i] = terms[columns[field][order[i]]];
        }
      }
    }
    int[] places = new int[size];
    Arrays.setAll(places, i -> i);
    LongOrder.sort(neighbourhood, places, size);
    int[] formerOrder = order.clone();
    long[] formerDigests = digests.clone();
    Arrays.setAll(order, i -> formerOrder[places[i]]);
    Arrays.setAll(digests, i -> formerDigests[places[i]]);
  }

  private int fieldOf(Comparison comparison) {
    List<String> names = model.fields().stream().map(ModelDescription.Field::name).toList();
    return names.indexOf(comparison.field());
  }

  private static <V> long[] terms(Lexicon<V> lexicon, Comparison comparison) {
    Ladder<V> ladder = lexicon.kind().ladder(comparison.of(), comparison.levels());
    long[] terms = new long[lexicon.size()];
    for (int number = 1; number < terms.length; number++) {
      String term = ladder.term(lexicon.value(number));
      terms[number] = term.isEmpty() ? 0 : Hash64.of(term);
    }
    return terms;
  }

  private long[] digests() {
    long[] digests = new long[size];
    for (int field = 0; field < columns.length; field++) {
      Lexicon<?> lexicon = lexicons.get(field);
      int[] column = columns[field];
      for (int record = 0; record < size; record++) {
        digests[record] = Hash64.of(digests[record], lexicon.digest(column[record]));
      }
    }
    apart.forEach((place, number) -> digests[place] = Hash64.of(digests[place], number));
    return digests;
  }

  private boolean same(int a, int b) {
    if (!apart.isEmpty() && (apart.containsKey(a) || apart.containsKey(b))) {
      return false;
    }
    for (int[] column : columns) {
      if (column[a] != column[b]) {
        return false;
      }
    }
    return true;
  }
}
