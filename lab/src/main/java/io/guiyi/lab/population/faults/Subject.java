package io.guiyi.lab.population.faults;

import io.guiyi.lab.population.Document;
import io.guiyi.lab.population.Dwelling;
import io.guiyi.lab.population.Employer;
import io.guiyi.lab.population.Household;
import io.guiyi.lab.population.PhoneBook;
import io.guiyi.lab.population.Resident;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person in front of the clerk, with those around her.
 *
 * @param resident the person
 * @param household her household
 * @param dwelling where she lives, null if the row does not say
 * @param employer whom she works for, null if nobody
 * @param phones everybody's phones
 * @param people how many residents the city has
 */
public record Subject(
    Resident resident,
    Household household,
    @Nullable Dwelling dwelling,
    @Nullable Employer employer,
    PhoneBook phones,
    int people) {

  /** The other adults of the household who have a citizen number. */
  List<Resident> relativesWithNumber() {
    return household.adults().stream()
        .filter(adult -> adult.number() != resident.number())
        .filter(adult -> adult.document().kind() == Document.Kind.CITIZEN)
        .toList();
  }

  /** Whether the citizen number is written and still as it should be. */
  boolean hasTrueNumber(Written written) {
    return resident.document().kind() == Document.Kind.CITIZEN
        && resident.document().number().equals(written.number());
  }

  /** Whether the name is written as it should be. */
  boolean hasTrueName(Written written) {
    return resident.name().equals(written.name());
  }
}
