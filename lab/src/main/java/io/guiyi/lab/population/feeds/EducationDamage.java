package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.faults.Damage;

/**
 * Makes rows of the school roll that nobody can understand. The key stays, where there is a row.
 */
final class EducationDamage {

  private EducationDamage() {}

  /** The row with this damage. */
  static EducationRow damaged(EducationRow row, Damage damage, Dice dice) {
    return switch (damage) {
      case MISSING_NAME -> row.with(EducationColumn.XM, dice.chance(50) ? null : " ");
      case IMPOSSIBLE_DATE -> row.with(EducationColumn.CSRQ, "20240231");
      case UNKNOWN_CODE ->
          dice.chance(60)
              ? row.with(EducationColumn.XD, "8")
              : row.with(EducationColumn.SFZJLX, "Q");
      case NOT_A_ROW -> scrap(row, "合计,以上学生名单\r\n");
      case SHORT_ROW -> scrap(row, row.key() + ",2133,慈溪\r\n");
      case OVERLONG_FIELD ->
          dice.chance(50)
              ? row.with(EducationColumn.XM, "长".repeat(600))
              : row.with(EducationColumn.XZZ, "慈溪市".repeat(2000));
      case UNKNOWN_OPERATION -> row.with(EducationColumn.CZ, "9");
      case NO_CHARACTER -> new EducationRow(row.delivery(), row.fields(), null, true);
    };
  }

  private static EducationRow scrap(EducationRow row, String line) {
    return new EducationRow(row.delivery(), row.fields(), line, false);
  }
}
