package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.faults.Damage;
import java.util.List;

/** Makes labour rows that nobody can understand. */
final class LabourDamage {

  private static final List<LabourColumn> PERSON =
      List.of(
          LabourColumn.AAC001,
          LabourColumn.AAC002,
          LabourColumn.AAC003,
          LabourColumn.AAC004,
          LabourColumn.AAC005,
          LabourColumn.AAC006,
          LabourColumn.AAC058,
          LabourColumn.AAC147,
          LabourColumn.AAC067);

  private LabourDamage() {}

  /** The row with this damage. */
  static LabourRow damaged(LabourRow row, Damage damage, Dice dice) {
    return switch (damage) {
      case MISSING_NAME -> row.with(LabourColumn.AAC003, dice.chance(50) ? null : " ");
      case IMPOSSIBLE_DATE -> row.with(LabourColumn.AAC006, "20240231");
      case UNKNOWN_CODE ->
          dice.chance(60) ? row.with(LabourColumn.YWLX, "ZZ") : row.with(LabourColumn.AAC004, "7");
      case NOT_A_ROW, SHORT_ROW -> {
        LabourRow rest = row;
        for (LabourColumn column : PERSON) {
          rest = rest.with(column, null);
        }
        yield rest;
      }
      case OVERLONG_FIELD ->
          dice.chance(50)
              ? row.with(LabourColumn.AAC003, "长".repeat(600))
              : row.with(LabourColumn.AAE006, "慈溪市".repeat(2000));
      case UNKNOWN_OPERATION, NO_CHARACTER -> row.with(LabourColumn.AAA321, "7");
    };
  }
}
