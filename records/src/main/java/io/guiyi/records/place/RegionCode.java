package io.guiyi.records.place;

import io.guiyi.records.Parsed;
import io.guiyi.records.RefusalReason;
import java.util.Set;

/**
 * A county-level region by GB/T 2260. Codes of counties that have since been merged or renamed are
 * accepted: half of all codes ever used are no longer in force, and old ID numbers carry them.
 *
 * @param code six digits, the first two naming a province
 */
public record RegionCode(String code) {
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82", "83");

  /** Reads 6 digits, or 9 or 12 of a statistical code, of which the first 6 are kept. */
  public static Parsed<RegionCode> parse(String text) {
    String digits = text.strip();
    if (digits.isEmpty()) {
      return Parsed.refused(RefusalReason.BLANK, "no region code");
    }
    if (!digits.matches("\\d{6}|\\d{9}|\\d{12}")) {
      return Parsed.refused(RefusalReason.LENGTH, "a region code has 6, 9 or 12 digits");
    }
    if (!isProvince(digits.substring(0, 2))) {
      return Parsed.refused(
          RefusalReason.REGION,
          "region %s starts with no province of GB/T 2260".formatted(digits.substring(0, 2)));
    }
    return Parsed.ok(new RegionCode(digits.substring(0, 6)));
  }

  /** True if these two digits name a province, municipality, autonomous or special region. */
  public static boolean isProvince(String twoDigits) {
    return PROVINCES.contains(twoDigits);
  }

  /** The province's two digits. */
  public String province() {
    return code.substring(0, 2);
  }
}
