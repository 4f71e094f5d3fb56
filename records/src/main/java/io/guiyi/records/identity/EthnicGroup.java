package io.guiyi.records.identity;

import io.guiyi.records.Parsed;
import io.guiyi.records.RefusalReason;

/**
 * Ethnic group as registered, GB/T 3304: 01 to 56, and 97 other, 98 foreign descent (57 and 58 in
 * systems that do not follow the police's practice). Kept to answer a legal entitlement; never a
 * filter of persons, and never evidence for matching.
 *
 * @param code two digits
 */
public record EthnicGroup(String code) {
  /** Reads one or two digits. */
  public static Parsed<EthnicGroup> parse(String text) {
    String digits = text.strip();
    if (digits.isEmpty()) {
      return Parsed.refused(RefusalReason.BLANK, "no ethnic code");
    }
    if (digits.length() > 2 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return unknown();
    }
    int number = Integer.parseInt(digits);
    return switch (number) {
      case 57, 97 -> Parsed.ok(new EthnicGroup("97"));
      case 58, 98 -> Parsed.ok(new EthnicGroup("98"));
      default ->
          number >= 1 && number <= 56
              ? Parsed.ok(new EthnicGroup("%02d".formatted(number)))
              : unknown();
    };
  }

  private static Parsed<EthnicGroup> unknown() {
    return Parsed.refused(
        RefusalReason.UNKNOWN_CODE, "an ethnic code must be 01 to 56, 97 or 98 (GB/T 3304)");
  }

  @Override
  public String toString() {
    return "EthnicGroup[**]";
  }
}
