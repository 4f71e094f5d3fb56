package io.guiyi.records.person;

import io.guiyi.records.Parsed;
import io.guiyi.records.RefusalReason;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The public name of a person: opaque, short, never derived from personal data, and safe to read
 * over the phone. Written {@code P-9QX4-B7KM-8}: eight characters of Crockford's base 32 (no I, L,
 * O, U) and a check character by ISO/IEC 7064 MOD 37,36, which finds every single wrong character
 * and nearly every swap.
 *
 * @param text the canonical form
 */
public record PersonId(String text) implements Comparable<PersonId> {
  /** How many different ids there are: 32 to the power of 8. */
  public static final long CAPACITY = 1L << 40;

  private static final String BASE_32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String BASE_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final Pattern FORM =
      Pattern.compile("P-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-Z])");

  /**
   * The id of a number.
   *
   * @param number 0 to {@link #CAPACITY} - 1; the caller scrambles running numbers first
   */
  public static PersonId of(long number) {
    if (number < 0 || number >= CAPACITY) {
      throw new IllegalArgumentException("a person number must lie in 0 to 2^40 - 1");
    }
    StringBuilder eight = new StringBuilder(8);
    for (int shift = 35; shift >= 0; shift -= 5) {
      eight.append(BASE_32.charAt((int) (number >> shift) & 31));
    }
    return new PersonId(
        "P-" + eight.substring(0, 4) + "-" + eight.substring(4) + "-" + checkCharacter(eight));
  }

  /** Reads an id; small letters are understood. */
  public static Parsed<PersonId> parse(String written) {
    String id = written.strip().toUpperCase(Locale.ROOT);
    var parts = FORM.matcher(id);
    if (!parts.matches()) {
      return Parsed.refused(
          RefusalReason.CHARACTER, "a person id looks like P-9QX4-B7KM-8; check for typing errors");
    }
    if (checkCharacter(parts.group(1) + parts.group(2)) != parts.group(3).charAt(0)) {
      return Parsed.refused(
          RefusalReason.CHECK_DIGIT, "the last character does not fit; check for typing errors");
    }
    return Parsed.ok(new PersonId(id));
  }

  private static char checkCharacter(CharSequence eight) {
    int product = 36;
    for (int i = 0; i < eight.length(); i++) {
      int sum = (product + BASE_36.indexOf(eight.charAt(i))) % 36;
      product = (sum == 0 ? 36 : sum) * 2 % 37;
    }
    return BASE_36.charAt((37 - product) % 36);
  }

  @Override
  public int compareTo(PersonId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
