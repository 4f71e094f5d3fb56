package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.faults.Damage;
import java.util.List;

/** Makes police rows that nobody can understand. */
final class PoliceDamage {

  private static final List<String> SCRAPS =
      List.of("\"系统繁忙，请稍后再试\"", "[]", "0", "[\"330282\",\"登记\"]", "true");

  private PoliceDamage() {}

  /** The row with this damage. */
  static PoliceRow damaged(PoliceRow row, Damage damage, Dice dice) {
    return switch (damage) {
      case MISSING_NAME -> row.with(PoliceField.XM, dice.chance(50) ? null : " ");
      case IMPOSSIBLE_DATE ->
          dice.chance(60)
              ? row.with(PoliceField.CSRQ, "20240231")
              : row.with(PoliceField.RZSJ, "2024-02-31 10:00:00");
      case UNKNOWN_CODE ->
          dice.chance(60) ? row.with(PoliceField.ZJLX, "ZZ9") : row.with(PoliceField.XB, "7");
      case NOT_A_ROW -> new PoliceRow(row.fields(), row.permit(), dice.pick(SCRAPS));
      case SHORT_ROW -> new PoliceRow(row.fields(), row.permit(), beginning(row));
      case OVERLONG_FIELD ->
          dice.chance(50)
              ? row.with(PoliceField.XM, "长".repeat(600))
              : row.with(PoliceField.JZDDZ, "慈溪市".repeat(2000));
      case UNKNOWN_OPERATION, NO_CHARACTER -> row.with(PoliceField.ZTBS, "9");
    };
  }

  private static String beginning(PoliceRow row) {
    StringBuilder json = new StringBuilder("{\"djbh\":");
    Json.string(json, row.key());
    json.append(",\"gxsj\":");
    Json.string(json, row.updated());
    return json.append('}').toString();
  }
}
