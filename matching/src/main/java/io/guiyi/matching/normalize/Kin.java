package io.guiyi.matching.normalize;

/**
 * Somebody of the family whom a row names: a parent, another guardian, a spouse. It is the family
 * that such values tell, brothers and sisters alike; which of them the row is about, they do not.
 *
 * @param letters the name in Latin letters without tones; empty if only the number is known
 * @param number the valid ID number, empty if unknown
 * @param phone digits, empty if unknown
 */
public record Kin(String letters, String number, String phone) {
  /** True if nothing is known. */
  public boolean isNobody() {
    return letters.isEmpty() && number.isEmpty();
  }

  @Override
  public String toString() {
    return "Kin[*]";
  }
}
