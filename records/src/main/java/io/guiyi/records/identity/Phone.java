package io.guiyi.records.identity;

import io.guiyi.records.Mask;
import io.guiyi.records.Parsed;
import io.guiyi.records.RefusalReason;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A telephone number in China.
 *
 * @param digits 11 digits of a mobile phone, or area code and number of a fixed line
 */
public record Phone(String digits) {
  private static final int MOBILE_DIGITS = 11;
  private static final Pattern FIXED = Pattern.compile("0\\d{2,3}\\d{7,8}");

  /** Reads a number; full-width digits, blanks, hyphens and +86 are understood. */
  public static Parsed<Phone> parse(String text) {
    if (isMobile(text)) {
      return Parsed.ok(new Phone(text));
    }
    if (text.isBlank()) {
      return Parsed.refused(RefusalReason.BLANK, "no phone");
    }
    String number =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replaceAll("[\\s()\\-\\u200B-\\u200F\\uFEFF]", "")
            .replaceFirst("^(\\+|00)86", "");
    if (number.isEmpty()) {
      return Parsed.refused(RefusalReason.BLANK, "no phone");
    }
    if (number.matches("(\\d)\\1*")) {
      return Parsed.refused(RefusalReason.FILLER, "one digit repeated is no phone");
    }
    if (isMobile(number) || FIXED.matcher(number).matches()) {
      return Parsed.ok(new Phone(number));
    }
    return Parsed.refused(
        RefusalReason.CHARACTER,
        "a phone is 11 digits starting with 13 to 19, or a fixed line with its area code; this"
            + " text has %d characters".formatted(number.length()));
  }

  /** True for a mobile phone. */
  public boolean isMobile() {
    return isMobile(digits);
  }

  private static boolean isMobile(String text) {
    boolean mobile = text.length() == MOBILE_DIGITS && text.charAt(0) == '1';
    for (int i = 1; mobile && i < MOBILE_DIGITS; i++) {
      char least = i == 1 ? '3' : '0';
      mobile = text.charAt(i) >= least && text.charAt(i) <= '9';
    }
    return mobile;
  }

  @Override
  public String toString() {
    return Mask.phone(digits);
  }
}
