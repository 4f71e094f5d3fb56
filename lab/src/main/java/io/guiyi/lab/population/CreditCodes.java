package io.guiyi.lab.population;

/**
 * Arithmetic of the unified social credit code of GB 32100-2015: eighteen characters of an alphabet
 * without I, O, S, V and Z; weights are the powers of 3 modulo 31. Its characters 9 to 17 are an
 * organization code with a check of its own (GB 11714).
 */
public final class CreditCodes {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private CreditCodes() {}

  /**
   * The code of an enterprise.
   *
   * @param region six digits of the place of registration
   * @param organization eight characters of the organization code, digits or capitals
   */
  public static String compose(String region, String organization) {
    String body = "91" + region + organization + organizationCheck(organization);
    return body + check(body);
  }

  /**
   * The check character of the first seventeen.
   *
   * @param body at least seventeen characters of the alphabet
   */
  public static char check(String body) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += ALPHABET.indexOf(body.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  private static char organizationCheck(String organization) {
    int sum = 0;
    for (int i = 0; i < ORGANIZATION_WEIGHTS.length; i++) {
      sum += Character.digit(organization.charAt(i), 36) * ORGANIZATION_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return check == 10 ? 'X' : Character.forDigit(check % 11, 10);
  }
}
