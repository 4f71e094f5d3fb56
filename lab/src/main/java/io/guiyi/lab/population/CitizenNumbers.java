package io.guiyi.lab.population;

import java.time.LocalDate;

/**
 * Arithmetic of the citizen number of GB 11643-1999: six digits of region, eight of birth date,
 * three of sequence (odd for men), one check character by ISO 7064 MOD 11-2. The residence permits
 * of Hong Kong, Macao and Taiwan people and the foreigners' permits since December 2023 use the
 * same check.
 */
public final class CitizenNumbers {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private CitizenNumbers() {}

  /**
   * The eighteen characters of a number.
   *
   * @param region six digits
   * @param born birth date
   * @param sequence 0 to 999, odd for men
   */
  public static String compose(String region, LocalDate born, int sequence) {
    String body = region + WrittenDates.compact(born) + WrittenDates.padded(sequence, 3);
    return body + check(body);
  }

  /**
   * The check character of the first seventeen digits.
   *
   * @param body at least seventeen digits; further characters are not looked at
   */
  public static char check(String body) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (body.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % CHECKS.length());
  }

  /** Whether these are seventeen digits and the right check character. */
  public static boolean checks(String number) {
    return number.length() == 18
        && number.chars().limit(17).allMatch(c -> c >= '0' && c <= '9')
        && check(number) == number.charAt(17);
  }

  /**
   * The fifteen digits that the same person carried before 1999: no century, no check character.
   *
   * @param number eighteen characters of someone born in the nineteen hundreds
   */
  public static String legacy(String number) {
    return number.substring(0, 6) + number.substring(8, 17);
  }
}
