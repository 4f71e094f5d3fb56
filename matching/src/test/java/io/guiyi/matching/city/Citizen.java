package io.guiyi.matching.city;

import io.guiyi.records.identity.Sex;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A true person of the invented city.
 *
 * @param number from 0; the truth
 * @param name today's name; with a dot for some
 * @param formerName a name borne before, null for most
 * @param idNumber her own
 * @param phone her own, empty for children
 * @param address where the household lives
 * @param employer empty for those without work
 * @param parents of children: mother, father or both; empty for adults
 * @param spouse null if none
 * @param birthOrder 0, or how many children were born before on the same day
 */
record Citizen(
    int number,
    String name,
    @Nullable String formerName,
    Sex sex,
    LocalDate born,
    String idNumber,
    String phone,
    String address,
    String employer,
    List<Citizen> parents,
    @Nullable Citizen spouse,
    int birthOrder) {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

  int age() {
    return born.until(TODAY).getYears();
  }

  boolean isChild() {
    return !parents.isEmpty();
  }

  @Override
  public String toString() {
    return "Citizen " + number;
  }
}
