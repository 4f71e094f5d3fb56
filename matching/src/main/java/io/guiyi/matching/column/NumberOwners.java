package io.guiyi.matching.column;

import io.guiyi.matching.model.ModelDescription.Ownership;
import io.guiyi.matching.normalize.NumberTitle;
import io.guiyi.matching.value.han.Birth;
import io.guiyi.matching.value.han.HanName;
import io.guiyi.matching.value.han.OwnNumber;
import io.guiyi.matching.value.han.OwnershipRule;
import io.guiyi.matching.value.han.OwnershipRule.Bearer;
import io.guiyi.records.identity.IdNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes every valid number in a table from those who lose it by the {@link OwnershipRule}. */
final class NumberOwners {
  private final RecordTable table;
  private final Changing<OwnNumber> numbers;
  private final Changing<Birth> births;
  private final Lexicon<?> names;
  private final int[] nameOf;

  /** A field whose values change. */
  private static final class Changing<V> {
    private final int field;
    private final Lexicon<V> lexicon;
    private final int[] column;

    @SuppressWarnings("unchecked") // the kind of the field says so
    Changing(RecordTable table, String name) {
      field = table.field(name);
      lexicon = ((Lexicon<V>) table.lexicon(field)).copy();
      column = table.column(field).clone();
    }

    @Nullable V of(int unit) {
      return column[unit] == Lexicon.MISSING ? null : lexicon.value(column[unit]);
    }

    void put(int unit, @Nullable V value) {
      column[unit] = value == null ? Lexicon.MISSING : lexicon.add(value);
    }

    RecordTable in(RecordTable table) {
      lexicon.seal();
      return table.with(field, lexicon, column);
    }
  }

  private NumberOwners(RecordTable table, Ownership ownership) {
    this.table = table;
    numbers = new Changing<>(table, ownership.number());
    births = new Changing<>(table, ownership.birth());
    names = table.lexicon(table.field(ownership.name()));
    nameOf = table.column(table.field(ownership.name()));
  }

  /** The table in which every number stands with its owner alone. */
  static RecordTable settle(RecordTable table, Ownership ownership) {
    NumberOwners owners = new NumberOwners(table, ownership);
    owners.settle();
    return owners.births.in(owners.numbers.in(table));
  }

  private void settle() {
    Map<String, List<Integer>> bearers = new LinkedHashMap<>();
    for (int unit = 0; unit < table.units(); unit++) {
      OwnNumber number = numbers.of(unit);
      if (number != null) {
        for (IdNumber valid : number.valid()) {
          bearers.computeIfAbsent(valid.text(), _ -> new ArrayList<>(2)).add(unit);
        }
      }
    }
    Map<String, List<Integer>> losers = new LinkedHashMap<>();
    bearers.forEach((number, units) -> losers.put(number, losers(units)));
    losers.forEach((number, units) -> units.forEach(unit -> take(number, unit)));
  }

  /** Takes the number away; what a row is left with depends on no order of taking. */
  private void take(String number, int unit) {
    OwnNumber held = numbers.of(unit);
    if (held != null) {
      OwnNumber left = held.without(number);
      numbers.put(unit, left.claims().isEmpty() ? null : left);
    }
    Birth birth = births.of(unit);
    if (birth != null) {
      births.put(unit, birth.withoutNumber());
    }
  }

  private List<Integer> losers(List<Integer> units) {
    List<Bearer> bearers = units.stream().map(this::bearer).toList();
    return OwnershipRule.losers(bearers).stream().mapToObj(units::get).toList();
  }

  private Bearer bearer(int unit) {
    OwnNumber number = numbers.of(unit);
    return new Bearer(
        nameOf[unit] == Lexicon.MISSING ? null : (HanName) names.value(nameOf[unit]),
        number == null ? NumberTitle.UNCONFIRMED : number.title(),
        table.members(unit));
  }
}
