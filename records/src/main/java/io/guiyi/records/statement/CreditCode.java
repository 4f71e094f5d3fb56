package io.guiyi.records.statement;

import io.guiyi.records.Parsed;
import io.guiyi.records.RefusalReason;
import java.util.Locale;

/**
 * 统一社会信用代码 of an organisation, GB 32100-2015: 18 characters without I, O, S, V and Z, weights
 * 3^(i-1) mod 31, check character (31 - sum mod 31) mod 31. It names an organisation, not a person.
 *
 * @param text 18 characters
 */
public record CreditCode(String text) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  /** Reads a code. */
  public static Parsed<CreditCode> parse(String written) {
    String code = written.strip().toUpperCase(Locale.ROOT);
    if (code.isEmpty()) {
      return Parsed.refused(RefusalReason.BLANK, "no credit code");
    }
    if (code.length() != LENGTH) {
      return Parsed.refused(
          RefusalReason.LENGTH, "a credit code has 18 characters, this one has " + code.length());
    }
    if (!code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
      return Parsed.refused(
          RefusalReason.CHARACTER, "a credit code holds digits and letters but no I, O, S, V, Z");
    }
    if (checkCharacter(code) != code.charAt(LENGTH - 1)) {
      return Parsed.refused(
          RefusalReason.CHECK_DIGIT, "the check character does not fit the 17 before it");
    }
    return Parsed.ok(new CreditCode(code));
  }

  private static char checkCharacter(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
