package io.guiyi.matching.column;

import io.guiyi.matching.compare.NameComparison;
import io.guiyi.matching.model.ModelDescription.Ownership;
import io.guiyi.matching.normalize.NumberTitle;
import io.guiyi.matching.value.han.Birth;
import io.guiyi.matching.value.han.HanName;
import io.guiyi.matching.value.han.OwnNumber;
import io.guiyi.records.identity.IdNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom does a valid number belong to? To those whose rows state the very birth date and sex that it
 * contains; where no row does, to the name that most rows give it. Everybody else who carries it is
 * a borrower, the bearer's child or a mistake, and loses it: it is neither evidence nor law about
 * that row, and its date is not the row's. Rows under the owner's name keep it whatever they state,
 * because a slip is not a theft.
 *
 * <p>A majority does not depend on the order of rows; where two names have as many rows, both keep
 * the number, and the other evidence decides. A row without a name loses nothing and vouches for
 * nobody.
 */
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

  /** A row that carries a number. */
  private record Bearer(int unit, @Nullable HanName name, NumberTitle title, int rows) {}

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
    if (units.size() == 1) {
      return List.of();
    }
    List<Bearer> bearers = units.stream().map(this::bearer).toList();
    List<Bearer> owners = owners(bearers);
    return bearers.stream()
        .filter(bearer -> bearer.name() != null && !owners.isEmpty())
        .filter(bearer -> owners.stream().noneMatch(owner -> isOne(owner, bearer)))
        .map(Bearer::unit)
        .toList();
  }

  private Bearer bearer(int unit) {
    OwnNumber number = numbers.of(unit);
    return new Bearer(
        unit,
        nameOf[unit] == Lexicon.MISSING ? null : (HanName) names.value(nameOf[unit]),
        number == null ? NumberTitle.UNCONFIRMED : number.title(),
        table.members(unit));
  }

  /** All rows that confirm the number; where there are none, the rows of the commonest name. */
  private static List<Bearer> owners(List<Bearer> bearers) {
    List<Bearer> confirmed = titled(bearers, NumberTitle.CONFIRMED);
    if (!confirmed.isEmpty()) {
      return confirmed;
    }
    List<Bearer> honest = titled(bearers, NumberTitle.UNCONFIRMED);
    long most = 0;
    List<Bearer> owners = new ArrayList<>();
    for (Bearer bearer : honest) {
      long votes =
          honest.stream().filter(other -> isOne(bearer, other)).mapToLong(Bearer::rows).sum();
      if (votes > most) {
        most = votes;
        owners.clear();
      }
      if (votes == most) {
        owners.add(bearer);
      }
    }
    return owners;
  }

  /** A row without a name can vouch for nobody. */
  private static List<Bearer> titled(List<Bearer> bearers, NumberTitle title) {
    return bearers.stream()
        .filter(bearer -> bearer.title() == title && bearer.name() != null)
        .toList();
  }

  /** True if both names can be one person's. */
  private static boolean isOne(Bearer a, Bearer b) {
    HanName left = a.name();
    HanName right = b.name();
    return a == b
        || (left != null
            && right != null
            && NameComparison.compare(left.form(), left.former(), right.form(), right.former())
                .isSame());
  }
}
