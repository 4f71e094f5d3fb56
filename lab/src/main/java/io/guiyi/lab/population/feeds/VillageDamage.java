package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.faults.Damage;

/** Makes rows of a village's list that nobody can understand. */
final class VillageDamage {

  private VillageDamage() {}

  /** The row with this damage. */
  static VillageRow damaged(VillageRow row, Damage damage, Dice dice) {
    return switch (damage) {
      case MISSING_NAME -> row.with(VillageColumn.NAME, dice.chance(50) ? null : " ");
      case IMPOSSIBLE_DATE -> row.with(VillageColumn.MOVED_IN, "2024-02-31");
      case UNKNOWN_CODE, UNKNOWN_OPERATION -> row.with(VillageColumn.SEX, "无");
      case NOT_A_ROW -> scrap(row, "以上情况属实,签名:\r\n");
      case SHORT_ROW -> scrap(row, row.key().replace('-', ',') + "\r\n");
      case OVERLONG_FIELD ->
          dice.chance(50)
              ? row.with(VillageColumn.NAME, "长".repeat(600))
              : row.with(VillageColumn.ADDRESS, "慈溪市".repeat(2000));
      case NO_CHARACTER -> new VillageRow(row.delivery(), row.fields(), null, true);
    };
  }

  private static VillageRow scrap(VillageRow row, String line) {
    return new VillageRow(row.delivery(), row.fields(), line, false);
  }
}
